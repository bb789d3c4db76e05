package dev.lethe.api.metric;

import org.jspecify.annotations.Nullable;

/**
 * A number that was measured.
 *
 * @param metric what it means
 * @param value the number, or null where it is not defined (a rate over nobody)
 * @param interval how sure it is, or null where no interval is known
 * @param count what it was counted from, or null of anything but a share that was counted
 */
public record MetricValue(
    Metric metric, @Nullable Double value, @Nullable Interval interval, @Nullable Count count) {

  /** Creates a value that was not counted. */
  public MetricValue(Metric metric, @Nullable Double value, @Nullable Interval interval) {
    this(metric, value, interval, null);
  }

  /** Returns a value without an interval. */
  public static MetricValue of(Metric metric, double value) {
    return new MetricValue(metric, value, null);
  }
}
