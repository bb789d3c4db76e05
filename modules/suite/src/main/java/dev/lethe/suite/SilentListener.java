package dev.lethe.suite;

import java.util.List;

/** Nobody watches. */
final class SilentListener implements SuiteListener {

  @Override
  public void at(List<TrialProgress> trials, double secondsLeft) {
    // Nobody wants to know.
  }

  @Override
  public void started(TrialProgress trial, String place) {
    // Nobody wants to know.
  }

  @Override
  public void found(TrialProgress trial, String place) {
    // Nobody wants to know.
  }

  @Override
  public void left(int trials) {
    // Nobody wants to know.
  }

  @Override
  public void ended(TrialProgress trial, boolean again) {
    // Nobody wants to know.
  }
}
