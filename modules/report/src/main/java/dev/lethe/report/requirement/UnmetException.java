package dev.lethe.report.requirement;

import dev.lethe.api.LetheException;

/** A run did its work, but its metrics are not what was required. */
public final class UnmetException extends LetheException {
  private static final long serialVersionUID = 1;

  /** Creates a failure with a message of one line. */
  public UnmetException(String message) {
    super(message);
  }

  @Override
  public int exitCode() {
    return 4;
  }
}
