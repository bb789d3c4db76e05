package dev.lethe.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process cleanly. On SIGINT or SIGTERM a command is interrupted and gets the time to drop
 * what it had not finished; one that has not begun never does. The virtual machine then exits with
 * 130 or 143 by itself.
 */
final class Shutdown extends Thread {
  private static final long PATIENCE_MILLIS = 60_000;
  private static final long AGAIN_MILLIS = 100;
  private static final long NOTICE_MILLIS = 1000;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Deque<Closeable> open = new ArrayDeque<>();
  private @Nullable Thread command;
  private boolean begun;

  Shutdown() {
    super("lethe-shutdown");
  }

  /** Takes over something that is closed at the end; what was opened last is closed first. */
  synchronized void closes(Closeable opened) {
    open.push(opened);
  }

  /**
   * Tells that a thread is about to run a command.
   *
   * @return whether it may; not if the process is ending
   */
  synchronized boolean allows(Thread thread) {
    command = begun ? null : thread;
    return !begun;
  }

  /** Tells that the command, or the start before it, has ended. */
  void commandEnded() {
    ended.countDown();
  }

  @Override
  public void run() {
    @Nullable Thread running = begin();
    try {
      awaitEnd(running);
      close();
    } catch (IOException | InterruptedException e) {
      // Nothing depends on temporary files, and the process ends anyway.
      System.err.println("lethe: could not remove temporary files: " + e.getMessage());
    }
  }

  private synchronized @Nullable Thread begin() {
    begun = true;
    return command;
  }

  /** A library may swallow an interruption, so one is not enough. */
  private void awaitEnd(@Nullable Thread running) throws InterruptedException {
    for (long waited = 0; waited < PATIENCE_MILLIS; waited += AGAIN_MILLIS) {
      if (running != null && ended.getCount() > 0) {
        running.interrupt();
      }
      if (ended.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
      if (running != null && waited + AGAIN_MILLIS == NOTICE_MILLIS) {
        System.err.println("lethe: stopping after the current step");
      }
    }
  }

  private synchronized void close() throws IOException {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
