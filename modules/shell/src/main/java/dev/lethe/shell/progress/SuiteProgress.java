package dev.lethe.shell.progress;

import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.engine.RunStatus;
import dev.lethe.io.Visible;
import dev.lethe.shell.console.Console;
import dev.lethe.suite.SuiteListener;
import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState;
import dev.lethe.suite.TrialState.Phase;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * A suite that runs: a line for each trial that ends, and, where a person watches, those that run
 * below them, drawn again and again.
 */
public final class SuiteProgress implements SuiteListener {
  private static final String UP_AND_CLEAR = "\u001b[1A\u001b[2K";
  private static final int MOST_SHOWN = 12;

  private final PrintWriter err;
  private final boolean lively;
  private final IntSupplier columns;
  private int drawn;

  private SuiteProgress(PrintWriter err, boolean lively, IntSupplier columns) {
    this.err = err;
    this.lively = lively;
    this.columns = columns;
  }

  /**
   * Returns the progress that suits a console.
   *
   * @param quiet whether nothing is shown
   */
  public static SuiteListener on(Console console, boolean quiet) {
    return quiet
        ? SuiteListener.silent()
        : new SuiteProgress(
            console.errIsTerminal() ? console.styledErr() : console.err(),
            console.errIsTerminal(),
            console::terminalColumns);
  }

  @Override
  public void at(List<TrialProgress> trials, double secondsLeft) {
    if (!lively) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (TrialProgress each : trials) {
      if (each.state().phase() == Phase.RUNNING && lines.size() < MOST_SHOWN) {
        lines.add("  " + each.trial().name() + "  " + work(each));
      }
    }
    lines.add(total(trials, secondsLeft));
    clear();
    lines.forEach(line -> err.println(fitting(Visible.of(line))));
    err.flush();
    drawn = lines.size();
  }

  @Override
  public void started(TrialProgress trial, String place) {
    if (!lively) {
      say("%s: started (%s)".formatted(trial.trial().name(), place));
    }
  }

  @Override
  public void found(TrialProgress trial, String place) {
    say("%s: found again (%s)".formatted(trial.trial().name(), place));
  }

  @Override
  public void ended(TrialProgress trial, boolean again) {
    TrialState state = trial.state();
    String took = state.seconds() > 0 ? " in " + Unit.SECONDS.text(state.seconds()) : "";
    String message = state.message() == null ? "" : ": " + state.message();
    say(
        trial.trial().name()
            + how(state.phase())
            + took
            + message
            + (again ? "; it is tried again" : ""));
  }

  @Override
  public void left(int trials) {
    say(
        "%d trials go on: 'lethe suite run' follows them again, 'lethe suite cancel' stops them"
            .formatted(trials));
  }

  @Override
  public void noted(String note) {
    say("lethe: note: " + note);
  }

  private static String how(Phase phase) {
    return switch (phase) {
      case FINISHED -> ": finished";
      case WAITING -> ": cut off";
      default -> ": failed";
    };
  }

  private void say(String line) {
    clear();
    err.println(Visible.of(line));
    err.flush();
  }

  private void clear() {
    err.print(UP_AND_CLEAR.repeat(drawn));
    drawn = 0;
  }

  private String fitting(String line) {
    return line.substring(0, Math.min(line.length(), columns.getAsInt() - 1));
  }

  private static String work(TrialProgress trial) {
    RunStatus status = trial.status();
    return status == null || status.task().isEmpty()
        ? Objects.requireNonNullElse(trial.place(), "starting")
        : "%s %.0f %%".formatted(status.task(), 100 * status.share());
  }

  private static String total(List<TrialProgress> trials, double secondsLeft) {
    long ended =
        trials.stream()
            .filter(
                each ->
                    each.state().phase() == Phase.FINISHED || each.state().phase() == Phase.FAILED)
            .count();
    return "%d of %d trials%s"
        .formatted(
            ended,
            trials.size(),
            secondsLeft < 0 ? "" : ", " + Unit.SECONDS.text(secondsLeft) + " left");
  }
}
