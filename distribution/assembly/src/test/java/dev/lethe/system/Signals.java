package dev.lethe.system;

import java.io.IOException;

/** What a person or a system sends to a process. */
final class Signals {
  private Signals() {}

  /**
   * Sends a signal.
   *
   * @param signal its name, such as {@code INT}
   */
  static void send(String signal, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
  }
}
