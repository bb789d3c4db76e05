package dev.lethe.shell.command;

import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Failures;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;

/** All commands: the one model behind the command line and the interactive shell. */
public final class Commands {
  private final Lethe lethe;

  /** Creates the commands. */
  public Commands(Lethe lethe) {
    this.lethe = lethe;
  }

  /**
   * Runs a command; every failure becomes one line.
   *
   * @return its exit code
   */
  public int execute(Console console, String... args) {
    Failures failures = new Failures(console, List.of(args).contains("--debug"));
    try {
      CommandLine line = commandLine(console);
      line.setParameterExceptionHandler((e, arguments) -> refuse(console, e));
      line.setExecutionExceptionHandler((e, command, parsed) -> failures.report(e));
      return line.execute(args);
    } catch (Error e) {
      // Such as too little memory: picocli lets it pass, and a person still deserves one line.
      return failures.report(e);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  /** Returns the model of all commands, for a console. */
  public CommandLine commandLine(Console console) {
    CommandLine line = new CommandLine(new RootCommand());
    line.addSubcommand(new PluginsCommand(lethe, console));
    line.addSubcommand(new DescribeCommand(lethe, console));
    line.addSubcommand(new CommandLine.HelpCommand());
    line.getCommandSpec().versionProvider(() -> new String[] {version()});
    line.setOut(console.out());
    line.setErr(console.err());
    line.setColorScheme(
        Help.defaultColorScheme(console.hasColours() ? Help.Ansi.ON : Help.Ansi.OFF));
    return line;
  }

  private String version() {
    return "lethe %s (%s), Java %s"
        .formatted(
            lethe.build().version(),
            lethe.build().gitRevision(),
            System.getProperty("java.version"));
  }

  private static int refuse(Console console, ParameterException e) {
    CommandLine command = e.getCommandLine();
    String message = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    console
        .err()
        .printf("lethe: %s (see '%s --help')%n", message, command.getCommandSpec().qualifiedName());
    return Failures.USAGE;
  }
}
