package dev.lethe.shell.interactive;

import dev.lethe.shell.console.Console;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** The commands that the shell offers at its prompt. */
public interface PromptCommands {

  /** Runs a command and returns its exit code; a failure has been reported. */
  int execute(Console console, String... args);

  /** Lists the names of the commands that make sense inside the shell. */
  Set<String> names();

  /** Lists the names of the extensions that are installed. */
  List<String> extensionNames();

  /** Returns the model of all commands, for a console. */
  CommandLine commandLine(Console console);
}
