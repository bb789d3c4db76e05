package dev.lethe.api;

/** A file or plugin that was named and is not there. */
public class NotFoundException extends LetheException {
  private static final long serialVersionUID = 1;

  /** Creates a failure with a message of one line. */
  public NotFoundException(String message) {
    super(message);
  }

  @Override
  public int exitCode() {
    return 3;
  }
}
