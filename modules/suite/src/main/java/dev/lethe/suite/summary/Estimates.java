package dev.lethe.suite.summary;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.report.study.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a group says of a metric: over its seeds. */
final class Estimates {
  private Estimates() {}

  /** Returns mean, standard deviation and interval; null where nothing was measured. */
  static @Nullable Estimate of(Group group, Metric metric) {
    List<MetricValue> measured =
        group.findings().stream()
            .map(finding -> finding.values().get(metric.name()))
            .filter(value -> value != null && value.value() != null)
            .toList();
    return measured.isEmpty() ? null : of(measured, metric.name());
  }

  /**
   * Returns mean, standard deviation and interval.
   *
   * @param measured values that are there, at least one
   * @param metric names the random choice
   */
  static Estimate of(List<MetricValue> measured, String metric) {
    double[] values =
        measured.stream().mapToDouble(each -> Objects.requireNonNull(each.value())).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    if (values.length == 1) {
      return new Estimate(mean, null, measured.get(0).interval(), 1);
    }
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return new Estimate(
        mean,
        Math.sqrt(squares / (values.length - 1)),
        PooledCounts.interval(measured)
            .orElseGet(() -> Bootstrap.ofMean(values, metric.hashCode())),
        values.length);
  }
}
