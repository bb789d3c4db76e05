package dev.lethe.suite;

import dev.lethe.engine.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * A trial and how far it is.
 *
 * @param trial what it is
 * @param state what became of it
 * @param status what it tells of itself, or null while it does not run
 * @param place where it runs or waits, in a few words, or null where nobody has asked
 */
public record TrialProgress(
    Trial trial, TrialState state, @Nullable RunStatus status, @Nullable String place) {

  /** Creates the progress of a trial that does not run. */
  public TrialProgress(Trial trial, TrialState state) {
    this(trial, state, null, null);
  }
}
