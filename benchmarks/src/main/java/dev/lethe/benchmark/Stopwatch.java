package dev.lethe.benchmark;

import java.time.Duration;
import java.util.Map;

/**
 * Measures one piece of work, in seconds of the clock and in seconds that processors were busy for
 * this process, which other processes on the machine disturb less.
 */
record Stopwatch(long nanos, Duration cpu) {

  static Stopwatch start() {
    return new Stopwatch(System.nanoTime(), cpuNow());
  }

  /** Returns the times as an answer, beside what was found. */
  Map<String, Object> stop(Map<String, Object> found) {
    double seconds = (System.nanoTime() - nanos) / 1e9;
    return Map.of("seconds", seconds, "cpu", cpuNow().minus(cpu).toNanos() / 1e9, "found", found);
  }

  private static Duration cpuNow() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
