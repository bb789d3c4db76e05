package dev.lethe.shell.command;

import dev.lethe.api.LetheException;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.progress.SuiteProgress;
import dev.lethe.shell.result.PlanTable;
import dev.lethe.shell.result.TrialTable;
import dev.lethe.suite.SuiteRequest;
import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState.Phase;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = {
      "Runs the trials of a suite that have not finished, a few at a time.",
      "A trial that fails is tried once more; the others go on. What trials share is computed once."
    },
    footer = {
      "",
      "Examples:",
      "  lethe suite run configs/suites/demo-small.yaml --dry-run",
      "  lethe suite run configs/suites/demo-small.yaml --jobs 2 --only seed=0"
    })
final class SuiteRunCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private SuiteOptions suite;
  @Mixin private JobOptions jobs;

  @Parameters(
      index = "1..*",
      paramLabel = "key=value",
      description = "Sets a key of the experiment, in every trial.")
  private List<String> set = List.of();

  @Option(
      names = "--dry-run",
      description = {
        "Check every trial, list them with the time and memory planned, and start none.",
        "Trials that differ in their seeds alone are planned once."
      })
  private boolean dryRun;

  SuiteRunCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    SuiteRequest request = jobs.request(suite.suite(lethe), suite.out(), set);
    if (dryRun) {
      show(new PlanTable(lethe.suites().plan(request), request.jobs()));
      return;
    }
    List<TrialProgress> trials =
        lethe.suites().run(request, SuiteProgress.on(console, output.quiet()));
    show(new TrialTable(trials));
    long failed = trials.stream().filter(SuiteRunCommand::isFailed).count();
    if (failed > 0) {
      throw new LetheException(
          "%d of %d trials failed; the same command tries them again, and %s holds their logs"
              .formatted(failed, trials.size(), lethe.suites().folder(request).resolve("trials")));
    }
  }

  private void show(PlanTable table) {
    if (output.json()) {
      JsonOutput.print(console, table.json());
    } else {
      table.print(console);
    }
  }

  private void show(TrialTable table) {
    if (output.json()) {
      JsonOutput.print(console, table.json());
    } else {
      table.print(console);
    }
  }

  private static boolean isFailed(TrialProgress trial) {
    return trial.state().phase() == Phase.FAILED;
  }
}
