package dev.lethe.api.trial;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells another program of the trials of a suite that have finished, so that people see them where
 * they look already. It is called by one thread at a time.
 */
@ConsumerType
public interface TrialTracker {

  /**
   * Tells of a trial. The same trial, told of again, replaces what was told of it before.
   *
   * @throws dev.lethe.api.LetheException if it cannot be told; says why
   */
  void track(FinishedTrial trial);
}
