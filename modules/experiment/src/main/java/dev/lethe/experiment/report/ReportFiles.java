package dev.lethe.experiment.report;

import dev.lethe.api.NotFoundException;
import dev.lethe.experiment.report.html.HtmlReport;
import dev.lethe.experiment.store.AtomicFile;
import dev.lethe.experiment.store.Json;
import dev.lethe.experiment.store.RunLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A report as the files of a run's folder. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes all files; {@code report.json} comes last, because it says that the run has finished.
   */
  public static void write(Path directory, Report report) {
    writeReadable(directory, report);
    AtomicFile.write(directory.resolve(RunLayout.REPORT), Json.pretty(report));
  }

  /**
   * Writes the files for people and spreadsheets.
   *
   * @return what was written
   */
  public static List<Path> writeReadable(Path directory, Report report) {
    Path markdown = directory.resolve("report.md");
    Path html = directory.resolve("report.html");
    Path metrics = directory.resolve("metrics.csv");
    Path history = directory.resolve("history.csv");
    AtomicFile.write(markdown, MarkdownReport.render(report));
    AtomicFile.write(html, new HtmlReport().render(report));
    AtomicFile.write(metrics, CsvTables.metrics(report));
    AtomicFile.write(history, CsvTables.history(report));
    return List.of(markdown, html, metrics, history);
  }

  /**
   * Reads the report of a finished run.
   *
   * @throws NotFoundException if there is none
   */
  public static Report read(Path directory) {
    Path file = directory.resolve(RunLayout.REPORT);
    if (!Files.isRegularFile(file)) {
      throw new NotFoundException("there is no finished run in " + directory);
    }
    return Json.value(Json.read(file), Report.class, file);
  }
}
