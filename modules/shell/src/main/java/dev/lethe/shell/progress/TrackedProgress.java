package dev.lethe.shell.progress;

import dev.lethe.api.CancelledException;
import dev.lethe.api.Progress;
import dev.lethe.shell.console.Console;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Follows tasks, which may nest, and lets a view show the innermost that takes long. */
public final class TrackedProgress implements Progress {
  /** How long a nested task runs before it is shown in place of the one around it. */
  private static final double LONG_SECONDS = 3;

  private final ProgressView view;
  private final LongSupplier nanos;
  private final Deque<TaskState> running = new ArrayDeque<>();

  TrackedProgress(ProgressView view, LongSupplier nanos) {
    this.view = view;
    this.nanos = nanos;
  }

  /** Returns the progress that suits a console: a bar where a person watches, lines elsewhere. */
  public static Progress on(Console console) {
    ProgressView view =
        console.errIsTerminal()
            ? new BarView(console.styledErr(), System::nanoTime, console::terminalColumns)
            : new LineView(console.err(), System::nanoTime);
    return new TrackedProgress(view, System::nanoTime);
  }

  @Override
  public Task begin(String name, long total) {
    TaskState state = new TaskState(name, total, nanos);
    running.push(state);
    show(state);
    return new TrackedTask(state);
  }

  @Override
  public void message(String line) {
    view.message(line);
  }

  private void show(TaskState state) {
    if (state == running.peekLast() || state.elapsedSeconds() >= LONG_SECONDS) {
      view.changed(state);
    }
  }

  private final class TrackedTask implements Task {
    private final TaskState state;

    TrackedTask(TaskState state) {
      this.state = state;
    }

    @Override
    public void advance(long units) {
      state.advance(units);
      show(state);
      if (Thread.currentThread().isInterrupted()) {
        throw new CancelledException();
      }
    }

    @Override
    public void note(String text) {
      state.note(text);
    }

    @Override
    public void close() {
      if (running.remove(state)) {
        view.ended(state, running.isEmpty());
      }
    }
  }
}
