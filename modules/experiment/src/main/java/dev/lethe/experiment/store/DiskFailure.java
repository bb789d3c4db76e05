package dev.lethe.experiment.store;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;

/** Says in one line why the disk refused. */
public final class DiskFailure {
  private DiskFailure() {}

  /**
   * Returns the failure to throw.
   *
   * @param action what was tried: {@code write}
   */
  public static LetheException of(String action, Path path, IOException e) {
    if (e instanceof ClosedByInterruptException || e instanceof InterruptedIOException) {
      Thread.currentThread().interrupt();
      return new CancelledException();
    }
    return LetheException.cannot(action, path, e);
  }
}
