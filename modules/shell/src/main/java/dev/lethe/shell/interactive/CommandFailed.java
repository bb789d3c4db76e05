package dev.lethe.shell.interactive;

/** A command that failed and has said why; ends the script or the line it is part of. */
final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  CommandFailed(String command, int exitCode) {
    super(command + " ended with exit code " + exitCode, null, false, false);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
