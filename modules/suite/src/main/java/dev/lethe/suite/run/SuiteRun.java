package dev.lethe.suite.run;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.trial.RunningTrial;
import dev.lethe.api.trial.TrialCommand;
import dev.lethe.api.trial.TrialEnd;
import dev.lethe.api.trial.TrialLauncher;
import dev.lethe.engine.RunStatus;
import dev.lethe.io.Folders;
import dev.lethe.io.ProcessLock;
import dev.lethe.suite.SuiteListener;
import dev.lethe.suite.SuiteRequest;
import dev.lethe.suite.Trial;
import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState;
import dev.lethe.suite.TrialState.Phase;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Runs the trials that have not finished, a few at a time. What it knows is in files at any time.
 */
public final class SuiteRun {
  private static final long TICK_MILLIS = 200;

  /** How seldom one looks at what trials elsewhere tell of themselves: there may be a thousand. */
  private static final int FAR_TICKS = 25;

  /** How long trials that were asked to stop get for it. */
  private static final int PATIENCE_TICKS = 150;

  private final SuiteRequest request;
  private final SuiteFolder folder;
  private final TrialPlan plan;
  private final TrialLauncher launcher;
  private final TrialCommands commands;
  private final SuiteListener listener;
  private final List<TrialProgress> trials;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final List<Attempt> running = new ArrayList<>();
  private final BitSet slots = new BitSet();

  private long ticks;

  /** Whether what runs shall stop, wherever it runs. */
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
    this.listener = listener;
    int slots = launcher.runsHere() ? request.jobs() : Integer.MAX_VALUE;
    commands = new TrialCommands(plan, folder, program, slots);
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
      work();
      return List.copyOf(trials);
    } finally {
      lock.close();
    }
  }

  private void work() {
    try {
      gather();
      while (!stopping && (!waiting.isEmpty() || !running.isEmpty())) {
        fill();
        follow();
        if (folder.isCancelled()) {
          stopping = true;
          throw new CancelledException();
        }
        Thread.sleep(TICK_MILLIS);
      }
    } catch (InterruptedException e) {
      throw new CancelledException();
    } finally {
      leave();
    }
  }

  /** Finds what was started before, and lines up the others. */
  private void gather() {
    for (int i = 0; i < trials.size(); i++) {
      TrialProgress trial = trials.get(i);
      if (plan.isDone(trial)) {
        continue;
      }
      Optional<RunningTrial> left = launcher.find(commands.of(trial.trial(), 0));
      if (left.isPresent() && plan.isBegun(trial)) {
        running.add(new Attempt(i, takeSlot(), trial, left.get(), Attempt.UNKNOWN));
        listener.found(trial, left.get().place());
      } else {
        left.ifPresent(RunningTrial::kill); // it runs with other settings
        trials.set(i, plan.again(trial)); // attempts count anew with each process
        waiting.add(i);
      }
    }
  }

  private void fill() {
    List<Integer> indices = new ArrayList<>();
    List<TrialCommand> next = new ArrayList<>();
    while (running.size() + next.size() < commands.slots() && !waiting.isEmpty()) {
      int index = waiting.remove();
      trials.set(index, begin(trials.get(index)));
      indices.add(index);
      next.add(commands.of(trials.get(index).trial(), takeSlot()));
    }
    if (!next.isEmpty()) {
      start(indices, next);
    }
  }

  private void start(List<Integer> indices, List<TrialCommand> next) {
    try {
      List<RunningTrial> started = launcher.start(next);
      for (int i = 0; i < next.size(); i++) {
        TrialProgress begun = trials.get(indices.get(i));
        running.add(
            new Attempt(
                indices.get(i), next.get(i).slot(), begun, started.get(i), System.nanoTime()));
        listener.started(begun, started.get(i).place());
      }
    } catch (LetheException e) {
      for (int i = 0; i < next.size(); i++) {
        slots.clear(next.get(i).slot());
        TrialState state = trials.get(indices.get(i)).state();
        end(indices.get(i), state.ended(Phase.FAILED, null, null, 0, e.getMessage()), false);
      }
    }
  }

  private int takeSlot() {
    int slot = slots.nextClearBit(0);
    slots.set(slot);
    return slot;
  }

  private TrialProgress begin(TrialProgress trial) {
    Folders.remove(folder.status(trial.trial()));
    TrialState state = trial.state().running(trial.state().attempts() + 1);
    folder.keep(trial.trial(), state);
    return new TrialProgress(trial.trial(), state);
  }

  private void follow() {
    for (Attempt attempt : List.copyOf(running)) {
      Optional<TrialEnd> end = attempt.running().end();
      if (end.isEmpty()) {
        trials.set(attempt.index(), progress(attempt));
      } else {
        running.remove(attempt);
        slots.clear(attempt.slot());
        ended(attempt, end.get());
      }
    }
    ticks++;
    listener.at(List.copyOf(trials), new TimeLeft(trials, running, workers()).seconds());
  }

  private TrialProgress progress(Attempt attempt) {
    Trial trial = attempt.progress().trial();
    RunStatus status =
        attempt.running().outlives() && ticks % FAR_TICKS != 0
            ? trials.get(attempt.index()).status()
            : RunStatus.read(folder.status(trial)).orElse(null);
    return new TrialProgress(trial, attempt.progress().state(), status, attempt.running().place());
  }

  /** Returns how many work at a time: in a queue elsewhere, those of which one hears. */
  private int workers() {
    long heard = running.stream().filter(each -> trials.get(each.index()).status() != null).count();
    return launcher.runsHere() ? request.jobs() : (int) heard;
  }

  private void ended(Attempt attempt, TrialEnd end) {
    Trial trial = attempt.progress().trial();
    // it may have written once more before it ended
    RunStatus status = RunStatus.read(folder.status(trial)).orElse(null);
    Ending ending =
        Ending.of(attempt.progress().state(), end, status, attempt.seconds(), folder.log(trial));
    boolean failed = ending.state().phase() == Phase.FAILED || ending.again() && !end.cutOff();
    stopping |= failed && request.failFast();
    end(attempt.index(), ending.state(), ending.again() && !stopping);
  }

  private void end(int index, TrialState state, boolean again) {
    TrialProgress ended = new TrialProgress(trials.get(index).trial(), state);
    trials.set(index, ended);
    folder.keep(ended.trial(), state);
    listener.ended(ended, again);
    if (again) {
      waiting.addFirst(index);
    }
  }

  /** Stops what would end with this process, and leaves everything to the next one. */
  private void leave() {
    boolean interrupted = Thread.interrupted();
    if (!stopping) {
      int before = running.size();
      running.removeIf(attempt -> attempt.running().outlives());
      if (running.size() < before) {
        listener.left(before - running.size());
      }
    }
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
      trials.set(attempt.index(), left);
      folder.keep(left.trial(), left.state());
    }
    running.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isSomeoneRunning() {
    return running.stream().anyMatch(attempt -> attempt.running().end().isEmpty());
  }
}
