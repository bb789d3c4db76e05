package dev.lethe.suite;

import java.util.List;

/** Watches a suite that runs. */
public interface SuiteListener {

  /** Returns nobody who watches. */
  static SuiteListener silent() {
    return new SilentListener();
  }

  /**
   * Is told a few times in a second.
   *
   * @param trials all that were asked for
   * @param secondsLeft how long it will still take, or less than 0 while that is unknown
   */
  void at(List<TrialProgress> trials, double secondsLeft);

  /** A trial has begun. */
  void started(TrialProgress trial, String place);

  /** A trial was found that a process before this one has started. */
  void found(TrialProgress trial, String place);

  /** An attempt has ended; where the trial waits then, it was cut off. */
  void ended(TrialProgress trial, boolean again);

  /** The suite ends, and some trials go on, which the next process finds. */
  void left(int trials);

  /**
   * There is something that a person should know, and that ends nothing.
   *
   * @param note a sentence
   */
  default void noted(String note) {}
}
