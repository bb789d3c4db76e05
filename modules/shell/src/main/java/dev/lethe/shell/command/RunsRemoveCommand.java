package dev.lethe.shell.command;

import dev.lethe.shell.console.Console;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Removes a run and everything in its folder.")
final class RunsRemoveCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "RUN", description = "name/hash, as 'lethe runs list' shows it.")
  private String id;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = RunOptions.RUNS,
      description = "The folder of all runs (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of(RunOptions.RUNS);

  RunsRemoveCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    String removed = lethe.experiments().remove(out, id).id();
    if (!output.quiet()) {
      console.out().println("Removed " + removed + ".");
    }
  }
}
