package dev.lethe.engine.finished;

import dev.lethe.api.LetheException;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.io.Folders;
import dev.lethe.report.Report;
import dev.lethe.report.StoredArtifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A run that has finished, and what is still there of it.
 *
 * @param directory its folder
 * @param report what it found out
 */
public record FinishedRun(Path directory, Report report) {

  /**
   * Reads a finished run.
   *
   * @param reports reads its report
   * @throws LetheException if its report is damaged
   */
  public static FinishedRun read(Path directory, ReportReader reports) {
    return new FinishedRun(directory, reports.read(directory));
  }

  /**
   * Returns what is wrong with a finished run, in a few words, or null if nothing is.
   *
   * @param reports reads its report
   */
  public static @Nullable String problem(Path directory, ReportReader reports) {
    try {
      return read(directory, reports).hasCheckpoint() ? null : "its checkpoint is missing";
    } catch (LetheException e) {
      return "its report is damaged";
    }
  }

  /** Returns whether the run can be shown as it is. */
  public boolean isWhole() {
    return hasCheckpoint() && ReportFiles.areReadable(directory);
  }

  /** Returns whether the defended checkpoint is there, which an audit has not got. */
  public boolean hasCheckpoint() {
    Path model = RunLayout.model(directory);
    return report.checkpoint().isEmpty()
        || Files.isDirectory(model) && !Folders.list(model).isEmpty();
  }

  /**
   * Returns whether the checkpoint holds the weights of the report.
   *
   * @param sha256 returns the hash of a file
   */
  public boolean hasReportedCheckpoint(Function<Path, String> sha256) {
    StoredArtifact reported = report.checkpoint().orElse(null);
    return reported == null
        || reported.withholdsHash()
        || Folders.files(RunLayout.model(directory)).stream()
            .map(sha256)
            .anyMatch(hash -> hash.equals(reported.sha256()));
  }

  /** Writes the files for people and spreadsheets where some are missing. */
  public void writeMissing() {
    ReportFiles.writeMissing(directory, report);
  }

  /** Says that the checkpoint has gone and what becomes of it. */
  public String lost() {
    return "the defended checkpoint of this finished run is missing: %s; it is made again"
        .formatted(RunLayout.model(directory));
  }
}
