package dev.lethe.shell.progress;

import dev.lethe.experiment.report.Visible;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** One line at the bottom of a terminal, drawn again and again. */
final class BarView implements ProgressView {
  private static final int BAR = 24;
  private static final int COLUMNS = 79;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final LongSupplier nanos;
  private long drawn = Long.MIN_VALUE;

  BarView(PrintWriter err, LongSupplier nanos) {
    this.err = err;
    this.nanos = nanos;
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
    err.print(CLEAR + line.substring(0, Math.min(line.length(), COLUMNS)));
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
