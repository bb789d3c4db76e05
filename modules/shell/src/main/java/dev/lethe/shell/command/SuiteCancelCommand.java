package dev.lethe.shell.command;

import dev.lethe.shell.console.Console;
import dev.lethe.suite.SuiteRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "cancel",
    description = {
      "Asks the process that runs a suite to stop, as Ctrl-C does; 'lethe suite run' goes on later."
    })
final class SuiteCancelCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private SuiteOptions suite;

  SuiteCancelCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    SuiteRequest request = suite.look(lethe);
    console
        .err()
        .println(
            lethe.suites().cancel(request)
                ? "lethe: asked the process that runs it to stop"
                : "lethe: nobody runs the suite in " + lethe.suites().folder(request));
  }
}
