package dev.lethe.report.study;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that somebody else reported, each beside what was measured here.
 *
 * @param id the name of its files
 * @param title its heading
 * @param explanation where they are from, and how to read them
 * @param rows in their order
 */
public record ReferenceTable(String id, String title, String explanation, List<Row> rows) {

  /** Copies the list. */
  public ReferenceTable {
    rows = List.copyOf(rows);
  }

  /** What was reported. */
  public enum Claim {
    /** A number. */
    EQUAL(""),
    /** At least a number. */
    AT_LEAST("≥ "),
    /** At most a number. */
    AT_MOST("≤ ");

    private final String sign;

    Claim(String sign) {
      this.sign = sign;
    }

    /** Returns what stands before the number; nothing before one that is meant exactly. */
    public String sign() {
      return sign;
    }
  }

  /**
   * A number.
   *
   * @param of the trials it is about, in words
   * @param what was measured, such as the name of a metric
   * @param unit of it
   * @param claim how the number is meant
   * @param reported the number
   * @param measured here, or null where no trial is of this kind
   * @param note what a reader must know, or nothing
   */
  public record Row(
      String of,
      String what,
      Unit unit,
      Claim claim,
      double reported,
      @Nullable Estimate measured,
      String note) {

    /**
     * Returns whether both agree: a number lies in the interval of what was measured, a bound is
     * kept by its mean; null where that cannot be told.
     */
    public @Nullable Boolean agrees() {
      if (measured == null) {
        return null;
      }
      Interval interval = measured.interval();
      return switch (claim) {
        case AT_LEAST -> measured.mean() >= reported;
        case AT_MOST -> measured.mean() <= reported;
        case EQUAL ->
            interval == null ? null : interval.low() <= reported && reported <= interval.high();
      };
    }

    /** Returns the agreement in a word or two. */
    public String agreement() {
      Boolean agrees = agrees();
      if (agrees == null) {
        return measured == null ? "not measured" : "cannot be told";
      }
      return agrees ? "agrees" : "differs";
    }
  }
}
