package dev.lethe.api.trial;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A trial that was started. It ends with the process that started it, or is found again by the next
 * one: never do two processes work on one trial.
 */
@ConsumerType
public interface RunningTrial {

  /** Returns where it runs or waits, in a few words for a person, such as {@code process 4711}. */
  String place();

  /** Returns how it ended; empty while it waits or runs. */
  Optional<TrialEnd> end();

  /**
   * Returns whether it goes on when the process that started it ends, and {@link
   * TrialLauncher#find} finds it again.
   */
  default boolean outlives() {
    return false;
  }

  /** Asks it to stop, so that it can go on later, and returns at once. */
  void stop();

  /** Ends it whatever it does. */
  void kill();
}
