package dev.lethe.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a new process heeds Ctrl-C. A shell lets what it starts in the background ignore it, and
 * children inherit that: tests that run there have to give their children the signal back.
 */
final class Interrupts {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long INTERRUPT = 1L << 1; // signal 2 is the second bit

  private Interrupts() {}

  /** Returns a command whose process heeds the signal. */
  static List<String> heeded(List<String> command) throws IOException {
    if (!areIgnored()) {
      return command;
    }
    List<String> restored = new ArrayList<>(List.of("env", "--default-signal=INT"));
    restored.addAll(command);
    return restored;
  }

  private static boolean areIgnored() throws IOException {
    return Files.isReadable(STATUS)
        && Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .anyMatch(ignored -> (ignored & INTERRUPT) != 0);
  }
}
