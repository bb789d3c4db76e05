package dev.lethe.suite.run;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.trial.RunningTrial;
import dev.lethe.api.trial.TrialCommand;
import dev.lethe.api.trial.TrialLauncher;
import dev.lethe.engine.RunStatus;
import dev.lethe.io.Folders;
import dev.lethe.io.IoFailure;
import dev.lethe.io.ProcessLock;
import dev.lethe.io.hash.Sha256;
import dev.lethe.suite.SuiteListener;
import dev.lethe.suite.SuiteRequest;
import dev.lethe.suite.Trial;
import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState;
import dev.lethe.suite.TrialState.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Runs the trials that have not finished, a few at a time. What it knows is in files at any time.
 */
public final class SuiteRun {
  private static final long TICK_MILLIS = 200;
  private static final int ATTEMPTS = 2;

  /** How long trials that were asked to stop get for it. */
  private static final int PATIENCE_TICKS = 150;

  private static final int USAGE = 2;
  private static final int MISSING = 3;
  private static final int UNMET = 4;

  private final SuiteRequest request;
  private final SuiteFolder folder;
  private final TrialPlan plan;
  private final TrialLauncher launcher;
  private final Path program;
  private final SuiteListener listener;
  private final List<TrialProgress> trials;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final List<Attempt> running = new ArrayList<>();
  private final BitSet slots = new BitSet();
  private boolean stopping;

  /**
   * Prepares a run.
   *
   * @param program the path of {@code bin/lethe}
   */
  public SuiteRun(
      SuiteRequest request,
      SuiteFolder folder,
      TrialPlan plan,
      TrialLauncher launcher,
      Path program,
      SuiteListener listener) {
    this.request = request;
    this.folder = folder;
    this.plan = plan;
    this.launcher = launcher;
    this.program = program;
    this.listener = listener;
    trials = new ArrayList<>(plan.trials());
  }

  /**
   * Runs them.
   *
   * @return all that were asked for, as they are then
   * @throws CancelledException if the thread was interrupted, or somebody asked to cancel
   */
  public List<TrialProgress> run() {
    ProcessLock lock = folder.take();
    try {
      folder.keep(request.set());
      for (int i = 0; i < trials.size(); i++) {
        if (!plan.isDone(trials.get(i))) {
          trials.set(i, plan.again(trials.get(i))); // attempts count anew with each process
          waiting.add(i);
        }
      }
      try {
        while (!waiting.isEmpty() || !running.isEmpty()) {
          fill();
          follow();
          if (folder.isCancelled()) {
            throw new CancelledException();
          }
          Thread.sleep(TICK_MILLIS);
        }
      } catch (InterruptedException e) {
        throw new CancelledException();
      } finally {
        stop();
      }
      return List.copyOf(trials);
    } finally {
      lock.close();
    }
  }

  private void fill() {
    while (running.size() < request.jobs() && !waiting.isEmpty() && !stopping) {
      int index = waiting.remove();
      int slot = slots.nextClearBit(0);
      TrialProgress begun = begin(trials.get(index));
      trials.set(index, begun);
      try {
        RunningTrial started = launcher.start(command(begun.trial(), slot));
        slots.set(slot);
        running.add(new Attempt(index, slot, begun, started, System.nanoTime()));
        listener.started(begun, started.place());
      } catch (LetheException e) {
        end(index, begun.state().ended(Phase.FAILED, null, null, 0, e.getMessage()), false);
      }
    }
  }

  private TrialProgress begin(TrialProgress trial) {
    Folders.remove(folder.status(trial.trial()));
    TrialState state = trial.state().running(trial.state().attempts() + 1);
    folder.keep(trial.trial(), state);
    return new TrialProgress(trial.trial(), state, null);
  }

  private TrialCommand command(Trial trial, int slot) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(plan.command(trial));
    return new TrialCommand(trial.name(), command, folder.log(trial), slot, request.jobs());
  }

  private void follow() {
    for (Attempt attempt : List.copyOf(running)) {
      Trial trial = attempt.progress().trial();
      Optional<RunStatus> status = RunStatus.read(folder.status(trial));
      OptionalInt code = attempt.running().exitCode();
      trials.set(
          attempt.index(),
          new TrialProgress(trial, attempt.progress().state(), status.orElse(null)));
      if (code.isPresent()) {
        running.remove(attempt);
        slots.clear(attempt.slot());
        // it may have written once more before it ended
        ended(attempt, code.getAsInt(), RunStatus.read(folder.status(trial)).orElse(null));
      }
    }
    listener.at(List.copyOf(trials), new TimeLeft(trials, running, request.jobs()).seconds());
  }

  private void ended(Attempt attempt, int code, @Nullable RunStatus status) {
    TrialState state = attempt.progress().state();
    String directory = status == null ? null : status.directory();
    Path report = directory == null ? null : Path.of(directory).resolve("report.json");
    if ((code == 0 || code == UNMET) && report != null && Files.isRegularFile(report)) {
      String unmet = code == UNMET && status != null ? status.message() : null;
      end(
          attempt.index(),
          state.ended(
              Phase.FINISHED,
              directory,
              Sha256.of(report, "reading a report", Progress.silent()),
              attempt.seconds(),
              unmet),
          false);
      return;
    }
    String why = status == null ? null : status.message();
    boolean again =
        state.attempts() < ATTEMPTS
            && code != USAGE
            && code != MISSING
            && !stopping
            && !request.failFast();
    end(
        attempt.index(),
        state.ended(
            Phase.FAILED,
            directory,
            null,
            attempt.seconds(),
            why == null ? lastWords(attempt.progress().trial(), code) : why),
        again);
    stopping |= request.failFast();
  }

  private void end(int index, TrialState state, boolean again) {
    TrialProgress ended = new TrialProgress(trials.get(index).trial(), state, null);
    trials.set(index, ended);
    folder.keep(ended.trial(), state);
    listener.ended(ended, again);
    if (again) {
      waiting.addFirst(index);
    }
  }

  /** Returns why it failed, by the end of what it wrote. */
  private String lastWords(Trial trial, int code) {
    String ended = "it ended with the exit code " + code;
    try {
      return Files.readAllLines(folder.log(trial)).stream()
          .filter(line -> line.startsWith("lethe: "))
          .reduce((earlier, later) -> later)
          .filter(line -> code < 128)
          .map(line -> line.substring("lethe: ".length()))
          .orElse(ended);
    } catch (IOException e) {
      return ended + "; " + IoFailure.reason(e);
    }
  }

  /** Stops what still runs, and leaves it to the next process. */
  private void stop() {
    boolean interrupted = Thread.interrupted();
    running.forEach(attempt -> attempt.running().stop());
    for (int tick = 0; tick < PATIENCE_TICKS && isSomeoneRunning(); tick++) {
      try {
        Thread.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    for (Attempt attempt : running) {
      attempt.running().kill();
      TrialProgress left = plan.again(attempt.progress());
      folder.keep(left.trial(), left.state());
    }
    running.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isSomeoneRunning() {
    return running.stream().anyMatch(attempt -> attempt.running().exitCode().isEmpty());
  }
}
