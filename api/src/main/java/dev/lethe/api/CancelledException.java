package dev.lethe.api;

/** The user asked to stop; whatever was unfinished has been dropped cleanly. */
public final class CancelledException extends LetheException {
  private static final long serialVersionUID = 1;

  /** Creates the signal. */
  public CancelledException() {
    super("stopped on request");
  }

  @Override
  public int exitCode() {
    return 130;
  }
}
