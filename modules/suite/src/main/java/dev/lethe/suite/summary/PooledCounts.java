package dev.lethe.suite.summary;

import dev.lethe.api.metric.Count;
import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.MetricValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * Where things were counted, those of all seeds are counted together: seeds of one world are no
 * other worlds.
 */
final class PooledCounts {
  private static final double ERROR_RATE = .05;

  private PooledCounts() {}

  /**
   * Returns the 95 % Clopper-Pearson interval of all counts together; empty where a value has no
   * count.
   */
  static Optional<Interval> interval(List<MetricValue> measured) {
    if (measured.isEmpty() || measured.stream().anyMatch(value -> value.count() == null)) {
      return Optional.empty();
    }
    List<Count> counts =
        measured.stream().map(value -> Objects.requireNonNull(value.count())).toList();
    var interval =
        BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(
            Math.toIntExact(counts.stream().mapToLong(Count::total).sum()),
            Math.toIntExact(counts.stream().mapToLong(Count::hits).sum()),
            ERROR_RATE);
    return Optional.of(new Interval(interval.getLowerBound(), interval.getUpperBound()));
  }
}
