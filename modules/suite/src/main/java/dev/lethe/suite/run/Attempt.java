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
 * @param started on the clock of the process, in nanoseconds
 */
record Attempt(int index, int slot, TrialProgress progress, RunningTrial running, long started) {
  private static final double NANOS = 1e9;

  double seconds() {
    return (System.nanoTime() - started) / NANOS;
  }
}
