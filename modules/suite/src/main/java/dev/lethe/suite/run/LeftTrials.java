package dev.lethe.suite.run;

import dev.lethe.api.LetheException;
import dev.lethe.api.trial.RunningTrial;
import dev.lethe.api.trial.TrialEnd;
import dev.lethe.api.trial.TrialLauncher;
import dev.lethe.engine.RunStatus;
import dev.lethe.io.ProcessLock;
import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState.Phase;
import java.util.List;
import java.util.Optional;

/**
 * Trials that were left to run elsewhere: the process that started them may be gone.
 *
 * @param folder knows their state
 * @param plan knows how they are run
 * @param launcher finds them
 * @param commands how they were started
 */
public record LeftTrials(
    SuiteFolder folder, TrialPlan plan, TrialLauncher launcher, TrialCommands commands) {

  /**
   * Returns trials as they are now; what nobody can tell of is as it was. What ran here has ended
   * with the process that started it, also when that could not say so any more.
   */
  public List<TrialProgress> look(List<TrialProgress> trials) {
    boolean ended = launcher.runsHere() && !folder.isTaken();
    return trials.stream()
        .map(
            trial ->
                trial.state().phase() != Phase.RUNNING
                    ? trial
                    : ended ? plan.again(trial) : look(trial))
        .toList();
  }

  /**
   * Stops those that run.
   *
   * @return how many did
   * @throws LetheException if a process has begun to run the suite
   */
  public int stop(List<TrialProgress> trials) {
    ProcessLock lock = folder.take();
    try {
      int stopped = 0;
      for (TrialProgress trial : trials) {
        Optional<RunningTrial> left =
            trial.state().phase() == Phase.RUNNING
                ? launcher.find(commands.of(trial.trial(), 0))
                : Optional.empty();
        if (left.isPresent() && left.get().end().isEmpty()) {
          left.get().stop();
          folder.keep(trial.trial(), plan.again(trial).state());
          stopped++;
        }
      }
      return stopped;
    } finally {
      lock.close();
    }
  }

  private TrialProgress look(TrialProgress trial) {
    try {
      return launcher
          .find(commands.of(trial.trial(), 0))
          .map(left -> look(trial, left))
          .orElse(trial);
    } catch (LetheException e) {
      return new TrialProgress(trial.trial(), trial.state(), trial.status(), e.getMessage());
    }
  }

  private TrialProgress look(TrialProgress trial, RunningTrial left) {
    Optional<TrialEnd> end = left.end();
    if (end.isEmpty()) {
      return new TrialProgress(trial.trial(), trial.state(), trial.status(), left.place());
    }
    RunStatus status = RunStatus.read(folder.status(trial.trial())).orElse(null);
    Ending ending = Ending.of(trial.state(), end.get(), status, 0, folder.log(trial.trial()));
    return new TrialProgress(trial.trial(), ending.state());
  }
}
