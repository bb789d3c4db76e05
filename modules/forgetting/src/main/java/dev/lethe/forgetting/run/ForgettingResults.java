package dev.lethe.forgetting.run;

import dev.lethe.engine.recipe.Results;
import dev.lethe.report.Note;
import dev.lethe.report.Provenance;
import dev.lethe.report.Redaction;
import dev.lethe.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a run of this recipe found out. */
public final class ForgettingResults implements Results {
  private final ForgettingRun run;
  private final Report report;
  private final List<Note> notes;

  ForgettingResults(
      ForgettingRun run, Findings findings, List<String> warnings, Provenance provenance) {
    this.run = run;
    Reporting reporting = new Reporting(run, findings, warnings);
    report = reporting.report(provenance);
    notes = reporting.notes(report.metrics());
  }

  @Override
  public Report report() {
    return report;
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>(report.people().keySet());
    names.addAll(report.forgotten());
    return names;
  }

  @Override
  public Report redacted(Map<String, String> pseudonyms) {
    return report.redacted(new Redaction(pseudonyms, SettingDisclosure.of(run), shown()));
  }

  private List<String> shown() {
    List<String> shown = new ArrayList<>();
    notes.stream().filter(Note::isOpen).map(Note::text).forEach(shown::add);
    shown.add(
        "names, and whatever people could be told by, are left out of this report; they are in the key of the run");
    return shown;
  }
}
