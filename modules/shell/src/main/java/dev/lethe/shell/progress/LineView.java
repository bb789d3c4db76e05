package dev.lethe.shell.progress;

import java.io.PrintWriter;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;

/** Plain lines, few enough for a log: at every tenth of a task, and seconds apart. */
final class LineView implements ProgressView {
  private static final long APART_NANOS = 3_000_000_000L;
  private static final int PARTS = 10;

  private final PrintWriter err;
  private final LongSupplier nanos;
  private final Map<TaskState, Integer> said = new WeakHashMap<>();
  private long last;

  LineView(PrintWriter err, LongSupplier nanos) {
    this.err = err;
    this.nanos = nanos;
    last = nanos.getAsLong();
  }

  @Override
  public void changed(TaskState task) {
    int part = (int) (PARTS * task.share());
    long now = nanos.getAsLong();
    if (part == PARTS || part <= said.getOrDefault(task, 0) || now - last < APART_NANOS) {
      return;
    }
    said.put(task, part);
    last = now;
    String left = task.left().isEmpty() ? "" : ", " + task.left();
    String note = task.note().isEmpty() ? "" : ", " + task.note();
    say("%s: %d %%%s%s".formatted(task.name(), 100 * part / PARTS, left, note));
  }

  @Override
  public void ended(TaskState task, boolean outermost) {
    if (outermost && !task.isShort()) {
      last = nanos.getAsLong();
      say(task.name() + ": " + (task.share() < 1 ? "ended after " : "done in ") + task.elapsed());
    }
  }

  @Override
  public void message(String line) {
    say(line);
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }
}
