package dev.lethe.api;

import java.io.IOException;
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
    return cannot("read", path, cause);
  }

  /** Returns a failure to write a file or folder, with the reason that the system gives. */
  public static LetheException cannotWrite(Path path, IOException cause) {
    return cannot("write", path, cause);
  }

  /**
   * Returns a failure to do something with a file or folder, with the reason that the system gives.
   *
   * @param action what was tried, such as {@code remove}
   */
  public static LetheException cannot(String action, Path path, IOException cause) {
    return new LetheException(
        "cannot %s %s: %s".formatted(action, path, IoFailure.reason(cause, path)), cause);
  }

  /**
   * Returns the exit code of a command that ends with this failure: 1 unless a subclass says
   * otherwise.
   */
  public int exitCode() {
    return 1;
  }
}
