package dev.lethe.suite;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a trial.
 *
 * @param phase how far it is
 * @param settings a hash of its settings: with others, it is another trial
 * @param build of Lethe that ran it: by another, it is run again
 * @param attempts how often it was started, without those that were cut off
 * @param cutOffs how often the place where it ran ended it, such as for want of time
 * @param directory the folder of its run, or null while that is not known
 * @param report SHA-256 of the run's report, or null without one
 * @param seconds the last attempt took
 * @param message what there is to know of it, or null
 */
public record TrialState(
    Phase phase,
    String settings,
    String build,
    int attempts,
    int cutOffs,
    @Nullable String directory,
    @Nullable String report,
    double seconds,
    @Nullable String message) {

  /** Checks what a file of another version may lack. */
  public TrialState {
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(build, "build");
  }

  /** How far a trial is. */
  public enum Phase {
    /** Nobody has started it, or who did was stopped. */
    WAITING,
    /** Somebody works on it. */
    RUNNING,
    /** Its report is written. */
    FINISHED,
    /** Its last attempt failed. */
    FAILED
  }

  /** Returns the state of a trial that nobody has started. */
  public static TrialState waiting(String settings, String build) {
    return new TrialState(Phase.WAITING, settings, build, 0, 0, null, null, 0, null);
  }

  /** Returns it as an attempt begins. */
  public TrialState running(int attempt) {
    return new TrialState(
        Phase.RUNNING, settings, build, attempt, cutOffs, directory, null, 0, null);
  }

  /** Returns it as an attempt ends. */
  public TrialState ended(
      Phase how, @Nullable String run, @Nullable String sha256, double took, @Nullable String why) {
    return new TrialState(how, settings, build, attempts, cutOffs, run, sha256, took, why);
  }

  /** Returns it as the place where it ran ends an attempt, which then does not count. */
  public TrialState cutOff(@Nullable String run, double took, @Nullable String why) {
    return new TrialState(
        Phase.WAITING, settings, build, attempts - 1, cutOffs + 1, run, null, took, why);
  }
}
