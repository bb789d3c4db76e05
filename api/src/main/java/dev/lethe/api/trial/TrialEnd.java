package dev.lethe.api.trial;

import org.jspecify.annotations.Nullable;

/**
 * How a trial ended.
 *
 * @param exitCode of its program; a signal that ended it counts 128 and its number
 * @param why what the place where it ran says of the end, in a few words, or null
 * @param cutOff whether that place ended it and not the trial itself: its time was over, its node
 *     died, another job was preferred. It then did not fail, and goes on when it is started again
 */
public record TrialEnd(int exitCode, @Nullable String why, boolean cutOff) {
  private static final int TERMINATED = 128 + 15;

  /** Returns the end of a program that ended by itself or was killed. */
  public static TrialEnd exited(int exitCode) {
    return new TrialEnd(exitCode, null, false);
  }

  /** Returns the end of a program that failed, where its place knows why. */
  public static TrialEnd failed(int exitCode, String why) {
    return new TrialEnd(exitCode, why, false);
  }

  /** Returns the end of a program that was ended by its place. */
  public static TrialEnd cutOff(String why) {
    return new TrialEnd(TERMINATED, why, true);
  }
}
