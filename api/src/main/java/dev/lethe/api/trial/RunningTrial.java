package dev.lethe.api.trial;

import java.util.OptionalInt;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A trial that was started. It ends with the process that started it, or is found again by the next
 * one: never do two processes work on one trial.
 */
@ConsumerType
public interface RunningTrial {

  /** Returns where it runs, in a few words for a person, such as {@code process 4711}. */
  String place();

  /**
   * Returns the exit code; empty while it runs. A signal that ended it counts 128 and its number.
   */
  OptionalInt exitCode();

  /** Asks it to stop, so that it can go on later, and returns at once. */
  void stop();

  /** Ends it whatever it does. */
  void kill();
}
