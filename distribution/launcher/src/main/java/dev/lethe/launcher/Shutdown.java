package dev.lethe.launcher;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process cleanly. On SIGINT or SIGTERM the command is interrupted and gets the time to
 * drop what it had not finished; the virtual machine then exits with 130 or 143 by itself.
 */
final class Shutdown extends Thread {
  private static final long PATIENCE_SECONDS = 60;

  private final Thread command;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Platform platform;

  Shutdown(Thread command) {
    super("lethe-shutdown");
    this.command = command;
  }

  void closes(Platform started) {
    platform = started;
  }

  void commandEnded() {
    ended.countDown();
  }

  @Override
  public void run() {
    command.interrupt();
    try {
      if (!ended.await(1, TimeUnit.SECONDS)) {
        System.err.println("lethe: stopping after the current step");
        ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      Platform running = platform;
      if (running != null) {
        running.close();
      }
    } catch (IOException | InterruptedException e) {
      // Nothing depends on the framework's temporary files, and the process ends anyway.
      System.err.println("lethe: could not remove temporary files: " + e.getMessage());
    }
  }
}
