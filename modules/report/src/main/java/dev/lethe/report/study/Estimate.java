package dev.lethe.report.study;

import dev.lethe.api.metric.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What several runs say of one number.
 *
 * @param mean over the runs
 * @param deviation the standard deviation over the runs, or null of a single one
 * @param interval its 95 % interval, or null where none is known
 * @param runs how many there are
 */
public record Estimate(
    double mean, @Nullable Double deviation, @Nullable Interval interval, int runs) {

  /** Returns the lower end of its interval, or the mean itself. */
  public double low() {
    return interval == null ? mean : Math.min(mean, interval.low());
  }

  /** Returns the upper end of its interval, or the mean itself. */
  public double high() {
    return interval == null ? mean : Math.max(mean, interval.high());
  }
}
