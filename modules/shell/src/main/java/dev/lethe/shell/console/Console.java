package dev.lethe.shell.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param out the result
 * @param err progress and failures
 * @param outIsTerminal whether a person sees the result as it is written
 * @param errIsTerminal whether a person sees progress as it is written
 */
public record Console(
    PrintWriter out, PrintWriter err, boolean outIsTerminal, boolean errIsTerminal) {

  /** Returns the console of the process, as its script found it. */
  public static Console ofProcess() {
    return of(System.out, System.err, isTerminal(1), isTerminal(2));
  }

  /** Returns a console on streams. */
  public static Console of(
      PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal) {
    return new Console(writer(out), writer(err), outIsTerminal, errIsTerminal);
  }

  /** Returns whether a file descriptor of the process is a terminal; Java itself cannot tell. */
  public static boolean isTerminal(int descriptor) {
    return System.getProperty("lethe.terminals", "").contains(Integer.toString(descriptor));
  }

  /** Returns whether the result may be coloured. */
  public boolean hasColours() {
    return outIsTerminal
        && System.getenv("NO_COLOR") == null
        && !"dumb".equals(System.getenv("TERM"));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
