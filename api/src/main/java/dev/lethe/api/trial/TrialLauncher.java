package dev.lethe.api.trial;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Starts the trials of a suite, each as a process of its own: on this machine, or on a cluster. It
 * is called by one thread.
 */
@ConsumerType
public interface TrialLauncher {

  /**
   * Starts a trial and returns at once. What it needs is divided by {@link TrialCommand#slots()},
   * since as many run at a time.
   *
   * @throws dev.lethe.api.LetheException if it cannot be started; says why
   */
  RunningTrial start(TrialCommand trial);
}
