package dev.lethe.suite.summary;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import dev.lethe.report.Report;
import dev.lethe.suite.Trial;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trial that has finished, and what it found.
 *
 * @param trial what it was
 * @param report its report
 * @param values what it measured and what it took, by the metric's name: after, where there is an
 *     after
 */
record Finding(Trial trial, Report report, Map<String, MetricValue> values) {

  static Finding of(Trial trial, Report report) {
    Map<String, MetricValue> values = new LinkedHashMap<>();
    for (Reading reading : report.metrics().readings(report.descriptions())) {
      boolean after = reading.after() != null;
      values.put(
          reading.metric().name(),
          new MetricValue(
              reading.metric(),
              after ? reading.after() : reading.before(),
              after ? reading.afterInterval() : reading.beforeInterval()));
    }
    report.provenance().costs().forEach(cost -> values.put(cost.metric().name(), cost));
    return new Finding(trial, report, values);
  }

  /** Returns a value; null where it was not measured, or is not defined. */
  @Nullable Double value(Metric metric) {
    MetricValue value = values.get(metric.name());
    return value == null ? null : value.value();
  }
}
