package dev.lethe.shell.command;

import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.suite.SuiteReport;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "report",
    description = {
      "Sums up what the trials of a suite found that have finished.",
      "Writes a page, its figures and tables into the folder of the suite, and says where."
    })
final class SuiteReportCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private SuiteOptions suite;

  @Option(names = "--latex", description = "Write the tables for a paper, too.")
  private boolean latex;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "Lay what was found beside the published numbers in a YAML file.")
  private @Nullable Path against;

  SuiteReportCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    SuiteReport report =
        lethe
            .suites()
            .report(
                suite.look(lethe),
                latex,
                against == null ? null : new ConfigFiles(lethe.home()).find(against));
    report.notes().forEach(note -> console.err().println("lethe: note: " + note));
    if (output.json()) {
      JsonOutput.print(
          console, report.files().stream().map(file -> Map.of("file", file.toString())).toList());
    } else {
      report.files().forEach(console.out()::println);
    }
  }
}
