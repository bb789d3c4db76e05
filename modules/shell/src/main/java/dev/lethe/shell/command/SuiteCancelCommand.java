package dev.lethe.shell.command;

import dev.lethe.shell.console.Console;
import dev.lethe.suite.Cancellation;
import dev.lethe.suite.SuiteRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "cancel",
    description = {
      "Stops a suite: asks the process that runs it, and stops trials that run on a cluster.",
      "'lethe suite run' goes on later."
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
    Cancellation cancelled = lethe.suites().cancel(request);
    if (cancelled.asked()) {
      console.err().println("lethe: asked the process that runs it to stop");
    } else if (cancelled.stopped() > 0) {
      console.err().println("lethe: stopped " + cancelled.stopped() + " trials");
    } else {
      console.err().println("lethe: nobody runs the suite in " + lethe.suites().folder(request));
    }
  }
}
