package dev.lethe.experiment.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.experiment.report.html.HtmlReport;
import dev.lethe.experiment.store.Json;
import dev.lethe.experiment.store.RunLayout;
import dev.lethe.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A report as the files of a run's folder. */
public final class ReportFiles {
  private static final List<String> READABLE =
      List.of("report.md", "report.html", "metrics.csv", "history.csv");

  private static final String REMEDY = "; remove it and run again";

  private ReportFiles() {}

  /**
   * Writes all files; {@code report.json} comes last, because it says that the run has finished.
   */
  public static void write(Path directory, Report report) {
    writeReadable(directory, report);
    WholeFile.write(directory.resolve(RunLayout.REPORT), Json.pretty(report));
  }

  /**
   * Writes the files for people and spreadsheets.
   *
   * @return what was written
   */
  public static List<Path> writeReadable(Path directory, Report report) {
    List<String> texts =
        List.of(
            MarkdownReport.render(report),
            new HtmlReport().render(report),
            CsvTables.metrics(report),
            CsvTables.history(report));
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Path file = directory.resolve(READABLE.get(i));
      WholeFile.write(file, texts.get(i));
      written.add(file);
    }
    return written;
  }

  /** Returns whether the files for people and spreadsheets are all there. */
  public static boolean areReadable(Path directory) {
    return READABLE.stream().allMatch(name -> Files.exists(directory.resolve(name)));
  }

  /**
   * Reads the report of a finished run.
   *
   * @throws NotFoundException if there is none
   * @throws LetheException if it is damaged, or of another version; says what to do
   */
  public static Report read(Path directory) {
    Path file = directory.resolve(RunLayout.REPORT);
    if (!Files.exists(file)) {
      throw new NotFoundException("there is no finished run in " + directory);
    }
    if (Files.isDirectory(file)) {
      throw new LetheException("%s is a folder, not a report%s".formatted(file, REMEDY));
    }
    try {
      JsonNode tree = Json.read(file);
      String schema = tree.path("schema").asText();
      if (!schema.equals(Report.SCHEMA)) {
        throw new LetheException(
            "%s is damaged or of another version: expected the schema %s, found '%s'"
                .formatted(file, Report.SCHEMA, schema));
      }
      return Json.value(tree, Report.class, file);
    } catch (CancelledException e) {
      throw e;
    } catch (LetheException e) {
      throw e.getCause() instanceof IOException refused
              && !(refused instanceof JsonProcessingException)
          ? e
          : new LetheException(e.getMessage() + REMEDY, e);
    }
  }
}
