package dev.lethe.suite.summary;

import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import dev.lethe.api.metric.Metric;
import dev.lethe.engine.Experiments;
import dev.lethe.io.Folders;
import dev.lethe.io.WholeFile;
import dev.lethe.report.StudyFiles;
import dev.lethe.report.study.Study;
import dev.lethe.suite.Suite;
import dev.lethe.suite.SuiteReport;
import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState.Phase;
import dev.lethe.suite.file.Selection;
import dev.lethe.suite.published.PublishedSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sums a suite up, from the reports of the trials that have finished. */
public final class SuiteSummary {
  private final Suite suite;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Metric> metrics = new LinkedHashMap<>();

  /**
   * Reads the reports.
   *
   * @throws UsageException if no trial has finished
   */
  public SuiteSummary(Suite suite, List<TrialProgress> trials, Experiments experiments) {
    this.suite = suite;
    for (TrialProgress each : trials) {
      String directory = each.state().directory();
      if (each.state().phase() == Phase.FINISHED && directory != null) {
        findings.add(Finding.of(each.trial(), experiments.read(Path.of(directory))));
      }
    }
    if (findings.isEmpty()) {
      throw new UsageException(
          "no trial of %s has finished: run it first, 'lethe suite run %s'"
              .formatted(suite.name(), suite.source().name()));
    }
    findings.forEach(
        finding ->
            finding.values().forEach((name, value) -> metrics.putIfAbsent(name, value.metric())));
  }

  /**
   * Writes the page, the figures and the tables.
   *
   * @param latex whether tables for a paper are written too
   * @param published what the findings are laid beside, or null
   * @param lethe the version
   * @return what was written
   */
  public SuiteReport write(
      Path folder, boolean latex, @Nullable PublishedSettings published, String lethe) {
    Map<String, String> files = new LinkedHashMap<>();
    SummaryTables tables = new SummaryTables(suite.varied(), findings);
    files.put("summary.csv", tables.summary());
    files.put("timings.csv", tables.timings());
    files.put("groups.csv", tables.groups(metrics.values()));
    Map<String, Object> baseline = suite.settings().baseline();
    if (baseline != null) {
      PairedTests tests = new PairedTests(new Selection(baseline).inWords(), findings);
      files.put("tests.csv", tables.tests(tests.of(metrics.values())));
    }
    Study study = new SuiteStudy(suite, findings, metrics, published).study(lethe);
    files.putAll(StudyFiles.of(study));
    if (latex) {
      files.putAll(StudyFiles.latex(study));
    }
    List<String> notes = new ArrayList<>(study.notes());
    Map<String, byte[]> pictures = pictures(study, notes);
    Folders.remove(folder.resolve("figures"));
    Folders.remove(folder.resolve("tables"));
    files.forEach((name, text) -> WholeFile.write(folder.resolve(name), text));
    pictures.forEach((name, png) -> WholeFile.write(folder.resolve(name), png));
    return new SuiteReport(
        Stream.concat(files.keySet().stream(), pictures.keySet().stream())
            .map(folder::resolve)
            .toList(),
        notes);
  }

  private static Map<String, byte[]> pictures(Study study, List<String> notes) {
    try {
      return StudyFiles.pictures(study);
    } catch (LetheException e) {
      notes.add(e.getMessage());
      return Map.of();
    }
  }
}
