package dev.lethe.shell.command;

import dev.lethe.api.UsageException;
import dev.lethe.fetch.catalogue.Kind;
import dev.lethe.io.IntactText;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Failures;
import dev.lethe.shell.interactive.Completions;
import dev.lethe.shell.interactive.PromptCommands;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands: the one model behind the command line and the interactive shell. */
public final class Commands implements PromptCommands {
  private static final int WIDTH = 100;
  private static final int NARROWEST = 55; // of which picocli is capable

  private final Lethe lethe;

  /** Creates the commands. */
  public Commands(Lethe lethe) {
    this.lethe = lethe;
  }

  @Override
  public int execute(Console console, String... args) {
    Failures failures = new Failures(console, List.of(args).contains("--debug"));
    try {
      requireIntact(args);
      CommandLine line = commandLine(console);
      line.setParameterExceptionHandler((e, arguments) -> refuse(console, e));
      line.setExecutionExceptionHandler((e, command, parsed) -> failures.report(e));
      return line.execute(args);
    } catch (UsageException | Error e) {
      // Such as too little memory: picocli lets it pass, and a person still deserves one line.
      return failures.report(e);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>(commandLine(Console.ofProcess()).getSubcommands().keySet());
    names.remove("shell");
    return names;
  }

  @Override
  public Completions completions(ArgSpec argument, List<String> words, String word) {
    return new ArgumentCompletions(lethe).of(argument, words, word);
  }

  @Override
  public CommandLine commandLine(Console console) {
    CommandLine line = new CommandLine(new RootCommand());
    line.addSubcommand(new DemoCommand(lethe, console));
    line.addSubcommand(new RunCommand(lethe, console));
    line.addSubcommand(new AuditCommand(lethe, console));
    line.addSubcommand(new ForgetCommand(lethe, console));
    line.addSubcommand(new VerifyCommand(lethe, console));
    line.addSubcommand(new ReportCommand(lethe, console));
    line.addSubcommand(new CompareCommand(lethe, console));
    line.addSubcommand(suite(console));
    line.addSubcommand(runs(console));
    line.addSubcommand(new ValidateCommand(lethe, console));
    line.addSubcommand(new PluginsCommand(lethe, console));
    line.addSubcommand(plugin(console));
    line.addSubcommand(
        new CommandLine(new NewCommand()).addSubcommand(new NewPluginCommand(lethe, console)));
    line.addSubcommand(new DescribeCommand(lethe, console));
    line.addSubcommand(model(console));
    line.addSubcommand(data(console));
    line.addSubcommand(new DeviceCommand(console));
    line.addSubcommand(new ShellCommand(this));
    line.addSubcommand(new HelpCommand());
    line.getCommandSpec().versionProvider(() -> new String[] {version()});
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(Path.class, Commands::path);
    line.setUsageHelpWidth(Math.max(NARROWEST, Math.min(WIDTH, console.columns())));
    line.setOut(console.styledOut());
    line.setErr(console.styledErr());
    line.setColorScheme(
        Help.defaultColorScheme(console.hasColors() ? Help.Ansi.ON : Help.Ansi.OFF));
    return line;
  }

  private CommandLine runs(Console console) {
    return new CommandLine(new RunsCommand())
        .addSubcommand(new RunsListCommand(lethe, console))
        .addSubcommand(new RunsRemoveCommand(lethe, console));
  }

  private CommandLine suite(Console console) {
    return new CommandLine(new SuiteCommand())
        .addSubcommand(new SuiteRunCommand(lethe, console))
        .addSubcommand(new SuiteStatusCommand(lethe, console))
        .addSubcommand(new SuiteReportCommand(lethe, console))
        .addSubcommand(new SuiteCancelCommand(lethe, console));
  }

  private CommandLine plugin(Console console) {
    return new CommandLine(new PluginCommand())
        .addSubcommand(new PluginInstallCommand(lethe, console))
        .addSubcommand(new PluginListCommand(lethe, console))
        .addSubcommand(new PluginRemoveCommand(lethe, console));
  }

  private CommandLine model(Console console) {
    return new CommandLine(new ModelCommand())
        .addSubcommand(new ModelInspectCommand(lethe, console))
        .addSubcommand(new ModelConvertCommand(lethe, console))
        .addSubcommand(new ModelMergeCommand(lethe, console))
        .addSubcommand(new FetchCommand(Kind.MODEL, console));
  }

  private CommandLine data(Console console) {
    return new CommandLine(new DataCommand())
        .addSubcommand(new DataCheckCommand(lethe, console))
        .addSubcommand(new FetchCommand(Kind.DATA, console));
  }

  private String version() {
    return "lethe %s (%s), Java %s"
        .formatted(
            lethe.build().version(),
            lethe.build().gitRevision(),
            System.getProperty("java.version"));
  }

  /** Java takes a path without a name for the working directory, which nobody means by it. */
  static Path path(String given) {
    if (given.isBlank()) {
      throw new TypeConversionException("a path must not be empty");
    }
    return Path.of(given);
  }

  private static void requireIntact(String... args) {
    for (String argument : args) {
      if (!IntactText.isIntact(argument)) {
        throw new UsageException("an argument " + IntactText.problem(argument));
      }
    }
  }

  private static int refuse(Console console, ParameterException e) {
    CommandLine command = e.getCommandLine();
    String message = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    if (e instanceof UnmatchedArgumentException unmatched) {
      String given = unmatched.getUnmatched().get(0);
      message =
          "'%s' is not known%s"
              .formatted(
                  given,
                  unmatched.getSuggestions().stream()
                      .findFirst()
                      .map(near -> ": did you mean '" + near + "'?")
                      .orElse(""));
    }
    console
        .err()
        .printf("lethe: %s (see '%s --help')%n", message, command.getCommandSpec().qualifiedName());
    return Failures.USAGE;
  }
}
