package dev.lethe.api.trial;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Starts the trials of a suite, each as a process of its own: on this machine, or on a cluster. It
 * is called by one thread.
 */
@ConsumerType
public interface TrialLauncher {

  /**
   * Returns whether trials share this machine: then it is given as many at a time as the user wants
   * to run. Otherwise they wait in a queue elsewhere, and it is given all of them.
   */
  default boolean runsHere() {
    return true;
  }

  /**
   * Starts trials and returns at once. What they need is divided by {@link TrialCommand#slots()},
   * since as many run at a time.
   *
   * @param trials at least one; together they may be cheaper to start than one after the other
   * @return one for each, in the same order
   * @throws dev.lethe.api.LetheException if they cannot be started; says why, and none of them runs
   */
  List<RunningTrial> start(List<TrialCommand> trials);

  /**
   * Finds a trial again that a process before this one has started: in the queue, running, or ended
   * since. What it needs for that, it kept in {@link TrialCommand#folder()} before the trial began.
   *
   * @return empty where it was never started, or where trials end with the process that starts them
   * @throws dev.lethe.api.LetheException if nobody can tell now
   */
  default Optional<RunningTrial> find(TrialCommand trial) {
    return Optional.empty();
  }
}
