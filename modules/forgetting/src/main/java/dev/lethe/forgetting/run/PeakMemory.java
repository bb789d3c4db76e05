package dev.lethe.forgetting.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The most memory this process held at a time, as Linux counts it; unknown elsewhere. */
final class PeakMemory {
  private static final Path RESET = Path.of("/proc/self/clear_refs");
  private static final Path STATUS = Path.of("/proc/self/status");

  private PeakMemory() {}

  /** Begins to count anew. */
  static void reset() {
    try {
      if (Files.isWritable(RESET)) {
        Files.writeString(RESET, "5"); // proc(5): 5 resets the peak resident set size
      }
    } catch (IOException e) {
      return; // some containers forbid it; then the peak is that of the whole process
    }
  }

  /** Returns the peak in bytes since the last reset, or null where the system does not say. */
  static @Nullable Long bytes() {
    try {
      if (!Files.isReadable(STATUS)) {
        return null;
      }
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }
}
