package dev.lethe.shell.command;

import dev.lethe.api.Progress;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.report.requirement.UnmetException;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.progress.StatusProgress;
import dev.lethe.shell.progress.TrackedProgress;
import dev.lethe.shell.result.RunSummary;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/** Plans an experiment, runs it and shows what it found out. */
final class Runner {
  private final Lethe lethe;
  private final Console console;

  Runner(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  /**
   * Runs what is asked for.
   *
   * @param request may take long to put together
   */
  void run(Function<Progress, RunRequest> request, RunOptions options, OutputOptions output) {
    Progress progress = progress(output);
    Path file = options.status();
    if (file == null) {
      run(request.apply(progress), options, output, progress, directory -> {});
      return;
    }
    StatusProgress status = new StatusProgress(progress, file);
    try {
      run(request.apply(status), options, output, status, status::planned);
      status.finished(null);
    } catch (UnmetException e) {
      status.finished(e.getMessage());
      throw e;
    } catch (RuntimeException e) {
      status.failed(e);
      throw e;
    }
  }

  private void run(
      RunRequest request,
      RunOptions options,
      OutputOptions output,
      Progress progress,
      Consumer<Path> planned) {
    try (ExperimentPlan plan = lethe.experiments().plan(request, progress)) {
      plan.warnings().forEach(warning -> console.err().println("lethe: note: " + warning));
      planned.accept(plan.directory());
      if (options.dryRun()) {
        describe(plan, output);
        return;
      }
      RunResult result = options.inTurn() ? plan.runInTurn() : plan.run();
      show(result, output);
      result.requirements().demand(result.report());
    }
  }

  private void describe(ExperimentPlan plan, OutputOptions output) {
    if (output.json()) {
      JsonOutput.print(console, plan.facts());
    } else {
      plan.describe().forEach(console.out()::println);
    }
  }

  Progress progress(OutputOptions output) {
    return output.quiet() ? Progress.silent() : TrackedProgress.on(console);
  }

  void show(RunResult result, OutputOptions output) {
    RunSummary summary = new RunSummary(result);
    if (output.json()) {
      JsonOutput.print(console, summary.json());
    } else {
      summary.print(console);
    }
  }
}
