package dev.lethe.shell.interactive;

/** Somebody wants to leave the shell. */
final class ExitRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  ExitRequest() {
    super("exit", null, false, false);
  }
}
