package dev.lethe.experiment.store;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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
    return new LetheException("cannot " + action + " " + path + ": " + reason(e), e);
  }

  private static @Nullable String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e.getMessage();
  }
}
