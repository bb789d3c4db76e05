package dev.lethe.shell.interactive;

import dev.lethe.shell.console.Console;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The commands that the shell offers at its prompt. */
public interface PromptCommands {

  /** Runs a command and returns its exit code; a failure has been reported. */
  int execute(Console console, String... args);

  /** Lists the names of the commands that make sense inside the shell. */
  Set<String> names();

  /**
   * Returns what an argument of a command can be.
   *
   * @param words the words of the line before it
   * @param word what is typed of it
   */
  Completions completions(ArgSpec argument, List<String> words, String word);

  /** Returns the model of all commands, for a console. */
  CommandLine commandLine(Console console);
}
