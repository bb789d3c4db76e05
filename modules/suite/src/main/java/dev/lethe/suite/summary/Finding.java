package dev.lethe.suite.summary;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.report.Metrics;
import dev.lethe.report.Report;
import dev.lethe.suite.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trial that has finished, and what it found.
 *
 * @param trial what it was
 * @param report its report
 * @param before what it measured of the original, by the metric's name
 * @param values what it measured and what it took, by the metric's name: after, where there is an
 *     after
 */
record Finding(
    Trial trial, Report report, Map<String, MetricValue> before, Map<String, MetricValue> values) {

  static Finding of(Trial trial, Report report) {
    Metrics metrics = report.metrics();
    Map<String, MetricValue> before =
        byName(new Metrics(metrics.before(), Map.of()).values(report.descriptions()));
    Map<String, MetricValue> values = byName(metrics.values(report.descriptions()));
    report.provenance().costs().forEach(cost -> values.put(cost.metric().name(), cost));
    return new Finding(trial, report, before, values);
  }

  private static Map<String, MetricValue> byName(List<MetricValue> measured) {
    Map<String, MetricValue> values = new LinkedHashMap<>();
    measured.forEach(value -> values.put(value.metric().name(), value));
    return values;
  }

  /** Returns a value; null where it was not measured, or is not defined. */
  @Nullable Double value(Metric metric) {
    MetricValue value = values.get(metric.name());
    return value == null ? null : value.value();
  }
}
