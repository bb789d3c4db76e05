package dev.lethe.shell.command;

import dev.lethe.api.UsageException;
import dev.lethe.experiment.RunResult;
import dev.lethe.shell.console.Console;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description = {
      "Shows the report of a finished run, or compares several. With --to, also writes the readable",
      "reports again, from report.json into another folder; the files of the run stay as they are."
    },
    footer = {"", "Examples:", "  lethe report runs/demo/*", "  lethe report demo/3f9a --to again"})
final class ReportCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private RunsFolder runs;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = RunsFolder.NAMING)
  private List<String> names = List.of();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Write report.md, report.html and the tables into this folder.")
  private @Nullable Path folder;

  ReportCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    List<Path> directories =
        names.stream().map(name -> runs.find(lethe.experiments(), name).directory()).toList();
    writeAgain(directories);
    if (directories.size() == 1 || output.json()) {
      for (Path directory : directories) {
        RunResult result = new RunResult(directory, lethe.experiments().read(directory), false);
        new Runner(lethe, console).show(result, output);
      }
    } else {
      console.out().println(lethe.experiments().compare(directories));
    }
  }

  private void writeAgain(List<Path> directories) {
    if (folder == null) {
      return;
    }
    if (directories.size() > 1) {
      throw new UsageException("--to takes the report of one run; give one, or leave --to out");
    }
    lethe
        .experiments()
        .report(directories.get(0), folder)
        .forEach(file -> console.err().println("lethe: wrote " + file));
  }
}
