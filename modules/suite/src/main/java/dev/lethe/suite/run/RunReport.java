package dev.lethe.suite.run;

import dev.lethe.api.Progress;
import dev.lethe.io.hash.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The report that a finished run leaves in its folder. */
final class RunReport {
  private static final String FILE = "report.json";

  private RunReport() {}

  /**
   * Returns its SHA-256; empty where there is none.
   *
   * @param directory the folder of the run, or null while that is not known
   */
  static Optional<String> sha256(@Nullable String directory) {
    if (directory == null) {
      return Optional.empty();
    }
    Path report = Path.of(directory).resolve(FILE);
    return Files.isRegularFile(report)
        ? Optional.of(Sha256.of(report, "reading a report", Progress.silent()))
        : Optional.empty();
  }
}
