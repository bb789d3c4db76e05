package dev.lethe.shell.command;

import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.result.TrialTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Shows how far the trials of a suite are.")
final class SuiteStatusCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private SuiteOptions suite;

  SuiteStatusCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    TrialTable table = new TrialTable(lethe.suites().status(suite.look(lethe)));
    if (output.json()) {
      JsonOutput.print(console, table.json());
    } else {
      table.print(console);
    }
  }
}
