package dev.lethe.shell.interactive;

import dev.lethe.shell.console.Console;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completes commands, their options, and what these can be. */
final class CommandCompleter implements Completer {
  private final PromptCommands commands;
  private final CommandLine root;

  CommandCompleter(PromptCommands commands) {
    this.commands = commands;
    root = commands.commandLine(Console.ofProcess());
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> words = line.words().subList(0, line.wordIndex());
    String word = line.word().substring(0, line.wordCursor());
    CommandLine command = root;
    int arguments = 0;
    @Nullable OptionSpec open = null;
    for (String each : words) {
      CommandLine inner = command.getSubcommands().get(each);
      if (open != null) {
        open = null;
      } else if (inner != null && arguments == 0) {
        command = helped(command, inner);
      } else if (each.startsWith("-")) {
        open = option(command.getCommandSpec(), each);
      } else {
        arguments++;
      }
    }
    if (open != null) {
      add(commands.completions(open, words, word), word, candidates);
    } else if (word.startsWith("-")) {
      options(command.getCommandSpec(), words, word, candidates);
    } else if (!command.getSubcommands().isEmpty()) {
      command.getSubcommands().keySet().forEach(name -> candidates.add(new Candidate(name)));
    } else {
      @Nullable ArgSpec argument = argument(command.getCommandSpec(), arguments);
      if (argument != null) {
        add(commands.completions(argument, words, word), word, candidates);
      }
    }
  }

  /** The help's argument is a command: what follows it is completed as at the beginning. */
  private static CommandLine helped(CommandLine outer, CommandLine inner) {
    return inner.getCommandName().equals("help") ? outer : inner;
  }

  private void options(
      CommandSpec command, List<String> words, String word, List<Candidate> candidates) {
    int equals = word.indexOf('=');
    if (equals < 0) {
      command.options().forEach(option -> candidates.add(new Candidate(option.longestName())));
      return;
    }
    OptionSpec option = command.findOption(word.substring(0, equals));
    if (option != null) {
      String begun = word.substring(0, equals + 1);
      Completions found = commands.completions(option, words, word.substring(equals + 1));
      add(
          new Completions(
              found.values().stream().map(value -> begun + value).toList(),
              List.of(),
              found.files()),
          word,
          candidates);
    }
  }

  /** Returns the option that a word leaves without its value, if it does. */
  private static @Nullable OptionSpec option(CommandSpec command, String word) {
    OptionSpec option = command.findOption(word);
    return option != null && option.arity().min() > 0 ? option : null;
  }

  private static @Nullable ArgSpec argument(CommandSpec command, int index) {
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      if (parameter.index().min() <= index && index <= parameter.index().max()) {
        return parameter;
      }
    }
    return null;
  }

  private static void add(Completions found, String word, List<Candidate> candidates) {
    found.values().forEach(value -> candidates.add(new Candidate(value)));
    found.beginnings().forEach(text -> candidates.add(unfinished(text, text)));
    if (found.files() && found.values().stream().noneMatch(value -> value.startsWith(word))) {
      FileNames.after(word).forEach(name -> candidates.add(name));
    }
  }

  /** Returns a candidate after which no space is put. */
  static Candidate unfinished(String text, String shown) {
    return new Candidate(text, shown, null, null, null, null, false);
  }
}
