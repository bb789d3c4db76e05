package dev.lethe.benchmark;

import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process as Linux counts it, Java's own and native memory together. */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  /** Is a part of the pool of all classes. */
  private static final String COUNTED_TWICE = "Compressed Class Space";

  private ProcessMemory() {}

  /** Returns the bytes that are resident now. */
  static long resident() {
    return bytes("VmRSS:");
  }

  /** Returns the most bytes that were ever resident. */
  static long peak() {
    return bytes("VmHWM:");
  }

  /**
   * Returns the most bytes that Java has used for compiled code and for what it knows of classes.
   */
  static long compiled() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.NON_HEAP)
        .filter(pool -> !pool.getName().equals(COUNTED_TWICE))
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private static long bytes(String key) {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow(() -> new LetheException(STATUS + " has no line " + key));
    } catch (IOException e) {
      throw IoFailure.cannotRead(STATUS, e);
    }
  }
}
