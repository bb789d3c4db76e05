package dev.lethe.tensor.statistics;

import dev.lethe.api.metric.Count;
import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** A part of a whole that was counted, with its 95 % Clopper-Pearson interval. */
public final class Share {
  private static final double ERROR_RATE = 0.05;

  private Share() {}

  /** Returns {@code hits / total}, which is not defined over nothing. */
  public static MetricValue of(Metric metric, int hits, int total) {
    if (total == 0) {
      return new MetricValue(metric, null, null);
    }
    var interval =
        BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(total, hits, ERROR_RATE);
    return new MetricValue(
        metric,
        (double) hits / total,
        new Interval(interval.getLowerBound(), interval.getUpperBound()),
        new Count(hits, total));
  }
}
