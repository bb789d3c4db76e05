package dev.lethe.engine.store;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.io.ProcessLock;
import java.nio.file.Path;

/** Keeps two processes, and two threads of one, out of the same run. */
public final class RunLock {
  private RunLock() {}

  /**
   * Takes the lock of a run.
   *
   * @param file the lock's; it stays, because removing it would let a third process in
   * @throws LetheException if somebody else holds it
   */
  public static ProcessLock take(Path file, Path run) {
    return ProcessLock.tryTake(file)
        .orElseThrow(
            () ->
                new LetheException(
                    "another process works on " + run + "; wait for it, or choose another --out"));
  }

  /**
   * Takes the lock of a run when nobody else holds it.
   *
   * @param file the lock's; it stays
   * @throws dev.lethe.api.CancelledException if the thread is interrupted while it waits
   */
  public static ProcessLock await(Path file, Path run, Progress progress) {
    return ProcessLock.take(
        file, "another process works on %s; waiting for it".formatted(run), progress);
  }
}
