package dev.lethe.shell.progress;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.engine.RunStatus;
import dev.lethe.engine.RunStatus.State;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Writes into a file how far a run is, beside showing it. */
public final class StatusProgress implements Progress {
  private static final long APART_NANOS = 1_000_000_000L;

  private final Progress shown;
  private final Path file;
  private final LongSupplier nanos;
  private @Nullable TaskState outermost;
  private @Nullable String directory;
  private long written;

  StatusProgress(Progress shown, Path file, LongSupplier nanos) {
    this.shown = shown;
    this.file = file;
    this.nanos = nanos;
    write(State.RUNNING, null);
  }

  /**
   * Begins to write.
   *
   * @param shown what shows it
   */
  public StatusProgress(Progress shown, Path file) {
    this(shown, file, System::nanoTime);
  }

  /** Tells where the run is. */
  public void planned(Path run) {
    directory = run.toAbsolutePath().normalize().toString();
    write(State.RUNNING, null);
  }

  /**
   * Tells that the report is written.
   *
   * @param message what else there is to know, or null
   */
  public void finished(@Nullable String message) {
    write(State.FINISHED, message);
  }

  /** Tells that there is no report. */
  public void failed(RuntimeException why) {
    write(
        State.FAILED,
        why instanceof LetheException ? String.valueOf(why.getMessage()) : why.toString());
  }

  @Override
  public Task begin(String name, long total) {
    Task task = shown.begin(name, total);
    if (outermost != null) {
      return task;
    }
    TaskState state = new TaskState(name, total, nanos);
    outermost = state;
    write(State.RUNNING, null);
    return new Outermost(task, state);
  }

  @Override
  public void message(String line) {
    shown.message(line);
  }

  private void write(State state, @Nullable String message) {
    written = nanos.getAsLong();
    new RunStatus(
            state,
            directory,
            outermost == null ? "" : outermost.name(),
            outermost == null ? 0 : outermost.share(),
            message)
        .write(file);
  }

  private final class Outermost implements Task {
    private final Task task;
    private final TaskState state;

    Outermost(Task task, TaskState state) {
      this.task = task;
      this.state = state;
    }

    @Override
    public void advance(long units) {
      task.advance(units);
      state.advance(units);
      if (nanos.getAsLong() - written >= APART_NANOS) {
        write(State.RUNNING, null);
      }
    }

    @Override
    public void note(String text) {
      task.note(text);
    }

    @Override
    public void close() {
      task.close();
      outermost = null;
    }
  }
}
