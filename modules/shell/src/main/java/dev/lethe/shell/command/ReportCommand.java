package dev.lethe.shell.command;

import dev.lethe.experiment.RunResult;
import dev.lethe.shell.console.Console;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description = "Writes the reports of finished runs again and shows them; compares several.",
    footer = {"", "Examples:", "  lethe report demo/3f9a", "  lethe report runs/demo/*"})
final class ReportCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private RunsFolder runs;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = RunsFolder.NAMING)
  private List<String> names = List.of();

  ReportCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    List<Path> directories =
        names.stream().map(name -> runs.find(lethe.experiments(), name).directory()).toList();
    directories.forEach(lethe.experiments()::report);
    if (directories.size() == 1 || output.json()) {
      for (Path directory : directories) {
        RunResult result = new RunResult(directory, lethe.experiments().read(directory), false);
        new Runner(lethe, console).show(result, output);
      }
    } else {
      console.out().println(lethe.experiments().compare(directories));
    }
  }
}
