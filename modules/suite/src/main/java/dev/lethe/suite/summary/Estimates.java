package dev.lethe.suite.summary;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.report.study.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    if (measured.isEmpty()) {
      return null;
    }
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
        pooled(measured).orElseGet(() -> Bootstrap.ofMean(values, metric.name().hashCode())),
        values.length);
  }

  /** Where things were counted, they are counted together; seeds of one world are no others. */
  private static Optional<Interval> pooled(List<MetricValue> measured) {
    List<CountedShare> counts =
        measured.stream().flatMap(value -> CountedShare.of(value).stream()).toList();
    return counts.size() == measured.size()
        ? Optional.of(CountedShare.pooled(counts).interval())
        : Optional.empty();
  }
}
