package dev.lethe.shell.console;

/** Tells whether a signal is ending the process, which then exits whatever a command returns. */
public final class ProcessEnd {
  private static final Thread NOBODY = new Thread("lethe-nobody");

  private ProcessEnd() {}

  /** Returns whether the virtual machine has begun to end. */
  public static boolean hasBegun() {
    try {
      // It refuses this from that moment on, and says so in no other way.
      Runtime.getRuntime().removeShutdownHook(NOBODY);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
