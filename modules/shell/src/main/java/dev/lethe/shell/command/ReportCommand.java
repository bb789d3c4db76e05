package dev.lethe.shell.command;

import dev.lethe.api.UsageException;
import dev.lethe.engine.RunResult;
import dev.lethe.report.Report;
import dev.lethe.report.requirement.Requirements;
import dev.lethe.report.requirement.UnmetException;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.result.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description = {
      "Shows the report of a finished run, or compares several.",
      "With --to, also writes the readable reports again, from report.json into another folder;",
      "the files of the run stay as they are.",
      "With --json, one run is an object and several are an array."
    },
    footer = {
      "",
      "Examples:",
      "  lethe report runs/demo/*",
      "  lethe report demo/3f9a --to again",
      "  lethe report demo/3f9a --require 'idia.forgotten.tpr<=0'"
    })
final class ReportCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private RunsFolder runs;
  @Mixin private RequireOption require = new RequireOption();

  @Parameters(arity = "1..*", paramLabel = "RUN", description = RunsFolder.NAMING)
  private List<String> names = List.of();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      converter = FolderPath.class,
      description = "Write report.md, report.html and the tables into this folder.")
  private @Nullable Path folder;

  ReportCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    List<String> required = require.requirements();
    List<Path> directories =
        names.stream().map(name -> runs.find(lethe.experiments(), name).directory()).toList();
    writeAgain(directories);
    List<RunResult> results = directories.stream().map(each -> read(each, required)).toList();
    show(results);
    List<String> unmet = new ArrayList<>();
    for (RunResult result : results) {
      Requirements.of(required, result.report().metrics())
          .failure(result.report())
          .ifPresent(failure -> unmet.add(result.directory() + ": " + failure));
    }
    if (!unmet.isEmpty()) {
      throw new UnmetException(String.join("; ", unmet));
    }
  }

  /** Reads a report, with what was required of its run and what is required now. */
  private RunResult read(Path directory, List<String> required) {
    Report report = lethe.experiments().read(directory);
    List<String> all = new ArrayList<>(Requirements.recorded(report));
    all.addAll(required);
    return new RunResult(directory, report, false, Requirements.of(all, report.metrics()));
  }

  private void show(List<RunResult> results) {
    if (results.size() == 1) {
      new Runner(lethe, console).show(results.get(0), output);
    } else if (output.json()) {
      JsonOutput.print(console, results.stream().map(each -> new RunSummary(each).json()).toList());
    } else {
      console
          .out()
          .println(
              lethe.experiments().compare(results.stream().map(RunResult::directory).toList()));
      for (RunResult result : results) {
        result
            .requirements()
            .lines()
            .forEach(line -> console.out().println(result.directory() + ": " + line));
      }
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
