package dev.lethe.engine.store;

import dev.lethe.api.LetheException;
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
}
