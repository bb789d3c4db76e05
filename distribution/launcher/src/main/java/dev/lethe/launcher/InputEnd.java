package dev.lethe.launcher;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process with the one that started it, where that asks for it: the standard input is
 * then a pipe that nobody writes into, and the system closes it when the other process ends,
 * however it ends.
 */
final class InputEnd {
  /** Asks for it; the value does not matter. */
  static final String WANTED = "LETHE_ENDS_WITH_INPUT";

  private static final int TERMINATED = 143;
  private static final long PATIENCE_MILLIS = 5000;

  private InputEnd() {}

  /** Begins to watch, without keeping the process alive. */
  static void watch(InputStream in) {
    Thread watch = new Thread(() -> endWith(in), "lethe-input-end");
    watch.setDaemon(true);
    watch.start();
  }

  private static void endWith(InputStream in) {
    try {
      while (in.read() >= 0) {
        continue; // nobody is meant
      }
    } catch (IOException e) {
      System.err.println("lethe: the input cannot be read any more: " + e.getMessage());
    }
    end();
  }

  /** Whatever was begun goes on later, also when there is no time to drop it cleanly. */
  private static void end() {
    new Thread(() -> System.exit(TERMINATED), "lethe-input-ended").start();
    try {
      Thread.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(TERMINATED);
  }
}
