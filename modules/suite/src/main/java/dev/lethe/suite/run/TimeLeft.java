package dev.lethe.suite.run;

import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState.Phase;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long a suite will still take, if trials take as long as those before.
 *
 * @param trials all that were asked for
 * @param running those that run
 * @param jobs how many run at a time
 */
record TimeLeft(List<TrialProgress> trials, List<Attempt> running, int jobs) {

  /** Returns the seconds, or less than 0 while nobody knows. */
  double seconds() {
    OptionalDouble each =
        trials.stream()
            .map(TrialProgress::state)
            .filter(state -> state.phase() == Phase.FINISHED && state.seconds() > 0)
            .mapToDouble(state -> state.seconds())
            .average();
    if (each.isEmpty()) {
      return -1;
    }
    long waiting = trials.stream().filter(trial -> trial.state().phase() == Phase.WAITING).count();
    double begun =
        running.stream()
            .mapToDouble(attempt -> Math.max(0, each.getAsDouble() - attempt.seconds()))
            .sum();
    return (waiting * each.getAsDouble() + begun) / Math.max(1, jobs);
  }
}
