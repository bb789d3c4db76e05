package dev.lethe.shell.interactive;

import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Person;
import java.io.PrintStream;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the commands of a shell write, and who can be asked.
 *
 * @param out takes results
 * @param err takes progress and failures
 * @param columns the width of the terminal, if there is one
 * @param person can be asked, or null where a script or a pipe gives the commands
 */
record ShellStreams(
    PrintStream out, PrintStream err, IntSupplier columns, @Nullable Person person) {

  /** Returns the streams of the process, where nobody can be asked. */
  static ShellStreams ofProcess() {
    return new ShellStreams(System.out, System.err, Console::columnsOfProcess, null);
  }
}
