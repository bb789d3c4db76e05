package dev.lethe.shell.interactive;

import dev.lethe.shell.console.Console;
import java.util.List;
import org.jline.builtins.Completers.FileNameCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine;

/** Completes commands, options, names of extensions and files. */
final class CommandCompleter implements Completer {
  private final PromptCommands commands;
  private final CommandLine root;
  private final Completer files = new FileNameCompleter();

  CommandCompleter(PromptCommands commands) {
    this.commands = commands;
    root = commands.commandLine(Console.ofProcess());
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    CommandLine command = root;
    for (String word : line.words().subList(0, line.wordIndex())) {
      command = command.getSubcommands().getOrDefault(word, command);
    }
    command.getSubcommands().keySet().forEach(name -> candidates.add(new Candidate(name)));
    if (line.word().startsWith("-")) {
      command
          .getCommandSpec()
          .options()
          .forEach(option -> candidates.add(new Candidate(option.longestName())));
    } else if (command.getCommandName().equals("describe")) {
      commands.extensionNames().forEach(name -> candidates.add(new Candidate(name)));
    } else if (command.getSubcommands().isEmpty()) {
      files.complete(reader, line, candidates);
    }
  }
}
