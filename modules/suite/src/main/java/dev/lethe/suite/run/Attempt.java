package dev.lethe.suite.run;

import dev.lethe.api.trial.RunningTrial;
import dev.lethe.suite.TrialProgress;

/**
 * A trial that runs.
 *
 * @param index of the trial among those asked for
 * @param slot which of those that run at a time
 * @param progress as it began
 * @param running the process
 * @param started on the clock of the process, in nanoseconds, or {@link #UNKNOWN}
 */
record Attempt(int index, int slot, TrialProgress progress, RunningTrial running, long started) {
  /** Stands for the time at which another process started it. */
  static final long UNKNOWN = -1;

  private static final double NANOS = 1e9;

  /** Returns how long it runs, or 0 where nobody knows. */
  double seconds() {
    return started == UNKNOWN ? 0 : (System.nanoTime() - started) / NANOS;
  }
}
