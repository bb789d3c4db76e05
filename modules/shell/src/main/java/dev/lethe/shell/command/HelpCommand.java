package dev.lethe.shell.command;

import dev.lethe.api.UsageException;
import dev.lethe.api.settings.Keys;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "help",
    helpCommand = true,
    description = "Shows what a command takes, with examples; without one, lists the commands.",
    footer = {"", "Examples:", "  lethe help run", "  lethe help model inspect"})
final class HelpCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "A command, and where it has some, the one inside it.")
  private List<String> path = List.of();

  @Override
  public void run() {
    CommandLine command = spec.parent().commandLine();
    for (String name : path) {
      command = inside(command, name);
    }
    Help.ColorScheme colors = spec.parent().commandLine().getColorScheme();
    command.usage(spec.commandLine().getOut(), colors);
  }

  private static CommandLine inside(CommandLine command, String name) {
    CommandLine found = command.getSubcommands().get(name);
    if (found == null) {
      String near =
          Keys.nearest(name, command.getSubcommands().keySet())
              .map(each -> ": did you mean '" + each + "'?")
              .orElse("");
      throw new UsageException(
          "'%s' is no command of %s%s"
              .formatted(name, command.getCommandSpec().qualifiedName(), near));
    }
    return found;
  }
}
