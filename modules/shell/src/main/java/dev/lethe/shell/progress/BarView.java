package dev.lethe.shell.progress;

import dev.lethe.io.Visible;
import java.io.PrintWriter;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** One line at the bottom of a terminal, drawn again and again. */
final class BarView implements ProgressView {
  private static final int BAR = 24;
  private static final int WIDEST = 79;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final LongSupplier nanos;
  private final IntSupplier columns;
  private long drawn = Long.MIN_VALUE;

  BarView(PrintWriter err, LongSupplier nanos, IntSupplier columns) {
    this.err = err;
    this.nanos = nanos;
    this.columns = columns;
  }

  @Override
  public void changed(TaskState task) {
    long now = nanos.getAsLong();
    if (drawn != Long.MIN_VALUE && now - drawn < REDRAW_NANOS) {
      return;
    }
    drawn = now;
    int filled = (int) (BAR * task.share());
    String line =
        "%s [%s%s] %3d %%  %s  %s"
            .formatted(
                Visible.of(task.name()),
                "█".repeat(filled),
                "·".repeat(BAR - filled),
                (int) (100 * task.share()),
                task.left(),
                Visible.of(task.note()));
    // In its last column a terminal would begin a line that is not cleared.
    int width = Math.min(WIDEST, columns.getAsInt() - 1);
    err.print(CLEAR + line.substring(0, Math.min(line.length(), width)));
    err.flush();
  }

  @Override
  public void ended(TaskState task, boolean outermost) {
    err.print(CLEAR);
    if (outermost && !task.isShort()) {
      err.println(
          Visible.of(task.name())
              + ": "
              + (task.share() < 1 ? "ended after " : "done in ")
              + task.elapsed());
    }
    err.flush();
    drawn = Long.MIN_VALUE;
  }

  @Override
  public void message(String line) {
    err.println(CLEAR + Visible.of(line));
    err.flush();
  }
}
