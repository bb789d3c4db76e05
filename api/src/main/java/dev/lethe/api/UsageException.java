package dev.lethe.api;

import org.jspecify.annotations.Nullable;

/** A wrong argument, configuration or setting: the user can mend it without touching any data. */
public class UsageException extends LetheException {
  private static final long serialVersionUID = 1;

  /** Creates a failure with a message of one line. */
  public UsageException(String message) {
    super(message);
  }

  /** Creates a failure with a message of one line and the error that led to it. */
  public UsageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 2;
  }
}
