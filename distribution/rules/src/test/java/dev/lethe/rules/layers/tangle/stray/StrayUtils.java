package dev.lethe.rules.layers.tangle.stray;

import java.util.logging.Logger;

/** Has every habit that is not wanted. */
public final class StrayUtils {
  private static int calls;

  private StrayUtils() {}

  /** Counts, logs and prints. */
  public static void call() {
    calls++;
    Logger.getGlobal().info("call " + calls);
    System.out.println(calls);
    System.err.println(calls);
  }
}
