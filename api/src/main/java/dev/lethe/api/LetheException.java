package dev.lethe.api;

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

  /**
   * Returns the exit code of a command that ends with this failure: 1 unless a subclass says
   * otherwise.
   */
  public int exitCode() {
    return 1;
  }
}
