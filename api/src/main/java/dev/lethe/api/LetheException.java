package dev.lethe.api;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a user can understand: its message says what was expected, what was found and what
 * to do. Shown without a stack trace.
 */
public class LetheException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates a failure with a message of one line. */
  public LetheException(String message) {
    this(message, null);
  }

  /** Creates a failure with a message of one line and the error that led to it. */
  public LetheException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Returns a failure to read a file or folder, with the reason that the system gives. */
  public static LetheException cannotRead(Path path, IOException cause) {
    return new LetheException("cannot read %s: %s".formatted(path, reason(cause)), cause);
  }

  /** Returns a failure to write a file or folder, with the reason that the system gives. */
  public static LetheException cannotWrite(Path path, IOException cause) {
    return new LetheException("cannot write %s: %s".formatted(path, reason(cause)), cause);
  }

  /**
   * Returns the exit code of a command that ends with this failure: 1 unless a subclass says
   * otherwise.
   */
  public int exitCode() {
    return 1;
  }

  /** The messages of these subclasses are nothing but a path. */
  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException denied) {
      return "permission denied for " + denied.getFile();
    } else if (cause instanceof NoSuchFileException missing) {
      return "there is no " + missing.getFile();
    } else if (cause instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + " is in the way";
    }
    String reason = cause instanceof FileSystemException told ? told.getReason() : null;
    return String.valueOf(reason == null ? cause.getMessage() : reason)
        .lines()
        .findFirst()
        .orElse("");
  }
}
