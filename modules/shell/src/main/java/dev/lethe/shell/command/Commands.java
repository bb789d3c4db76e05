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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
  private final List<CommandEntry> entries;

  /** Creates the commands. */
  public Commands(Lethe lethe) {
    this.lethe = lethe;
    entries =
        List.of(
            new CommandEntry(DemoCommand.class, console -> new DemoCommand(lethe, console)),
            new CommandEntry(RunCommand.class, console -> new RunCommand(lethe, console)),
            new CommandEntry(AuditCommand.class, console -> new AuditCommand(lethe, console)),
            new CommandEntry(ForgetCommand.class, console -> new ForgetCommand(lethe, console)),
            new CommandEntry(VerifyCommand.class, console -> new VerifyCommand(lethe, console)),
            new CommandEntry(ReportCommand.class, console -> new ReportCommand(lethe, console)),
            new CommandEntry(CompareCommand.class, console -> new CompareCommand(lethe, console)),
            new CommandEntry(SuiteCommand.class, this::suite),
            new CommandEntry(RunsCommand.class, this::runs),
            new CommandEntry(ValidateCommand.class, console -> new ValidateCommand(lethe, console)),
            new CommandEntry(PluginsCommand.class, console -> new PluginsCommand(lethe, console)),
            new CommandEntry(PluginCommand.class, this::plugin),
            new CommandEntry(NewCommand.class, this::fresh),
            new CommandEntry(DescribeCommand.class, console -> new DescribeCommand(lethe, console)),
            new CommandEntry(ModelCommand.class, this::model),
            new CommandEntry(DataCommand.class, this::data),
            new CommandEntry(DeviceCommand.class, DeviceCommand::new),
            new CommandEntry(ShellCommand.class, console -> new ShellCommand(this)),
            new CommandEntry(HelpCommand.class, console -> new HelpCommand()));
  }

  @Override
  public int execute(Console console, String... args) {
    Failures failures = new Failures(console, List.of(args).contains("--debug"));
    try {
      requireIntact(args);
      CommandLine line = commandLine(console, args);
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
    return entries.stream()
        .map(CommandEntry::name)
        .filter(name -> !name.equals("shell"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Completions completions(ArgSpec argument, List<String> words, String word) {
    return new ArgumentCompletions(lethe).of(argument, words, word);
  }

  @Override
  public CommandLine commandLine(Console console) {
    return commandLine(console, command -> true);
  }

  /** Looking at what all commands take costs a tenth of a start, and one of them is meant. */
  private CommandLine commandLine(Console console, String... args) {
    boolean one = args.length > 0 && names().contains(args[0]) && !args[0].equals("help");
    return commandLine(console, command -> !one || command.name().equals(args[0]));
  }

  private CommandLine commandLine(Console console, Predicate<CommandEntry> wanted) {
    CommandLine line = new CommandLine(new RootCommand());
    entries.stream()
        .filter(wanted)
        .forEach(entry -> line.addSubcommand(entry.create().apply(console)));
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

  private CommandLine fresh(Console console) {
    return new CommandLine(new NewCommand()).addSubcommand(new NewPluginCommand(lethe, console));
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

  /**
   * A command that there is.
   *
   * @param type has its name
   * @param create returns the command itself, or a {@link CommandLine} where others are inside
   */
  private record CommandEntry(Class<?> type, Function<Console, Object> create) {
    String name() {
      return type.getAnnotation(Command.class).name();
    }
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
