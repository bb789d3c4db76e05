package dev.lethe.engine.finished;

import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.engine.manifest.Evidence;
import dev.lethe.io.WholeFile;
import dev.lethe.report.Report;
import dev.lethe.report.ReportDocument;
import dev.lethe.report.ReportForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as the files of a run's folder. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes all files; {@code report.json} comes last, because it says that the run has finished.
   *
   * @param key the folder that keeps what a redacted run must not show, or null
   */
  public static void write(Path directory, @Nullable Path key, Report report, Progress progress) {
    for (ReportForm form : ReportForm.values()) {
      WholeFile.write(directory.resolve(form.file()), form.render(report));
    }
    Evidence.seal(directory, key, ReportDocument.json(report), progress);
  }

  /** Writes those of the files for people and spreadsheets that are not there. */
  static void writeMissing(Path directory, Report report) {
    for (ReportForm form : ReportForm.values()) {
      Path file = directory.resolve(form.file());
      if (!Files.exists(file)) {
        WholeFile.write(file, form.render(report));
      }
    }
  }

  /**
   * Writes the files for people and spreadsheets beside a run.
   *
   * @param folder created where it is missing
   * @return what was written
   * @throws UsageException if the folder is part of a run, or a file is in the way
   */
  public static List<Path> writeBeside(Path folder, Report report) {
    if (Evidence.holds(folder)) {
      throw new UsageException(
          "%s is part of a run, whose files stay as they are; choose another folder"
              .formatted(folder));
    }
    Map<Path, ReportForm> files = new LinkedHashMap<>();
    for (ReportForm form : ReportForm.values()) {
      files.put(folder.resolve(form.file()), form);
    }
    for (Path file : files.keySet()) {
      if (Files.exists(file)) {
        throw new UsageException("%s is there already; choose another folder".formatted(file));
      }
    }
    files.forEach((file, form) -> WholeFile.write(file, form.render(report)));
    return List.copyOf(files.keySet());
  }

  /** Returns whether the files for people and spreadsheets are all there. */
  public static boolean areReadable(Path directory) {
    return Arrays.stream(ReportForm.values())
        .allMatch(form -> Files.exists(directory.resolve(form.file())));
  }
}
