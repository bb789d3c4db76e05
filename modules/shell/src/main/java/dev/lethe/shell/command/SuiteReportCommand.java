package dev.lethe.shell.command;

import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import java.nio.file.Path;
import java.util.List;
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

  SuiteReportCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    List<Path> written = lethe.suites().report(suite.look(lethe), latex);
    if (output.json()) {
      JsonOutput.print(console, written.stream().map(Path::toString).toList());
    } else {
      written.forEach(console.out()::println);
    }
  }
}
