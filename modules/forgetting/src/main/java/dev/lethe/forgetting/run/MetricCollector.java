package dev.lethe.forgetting.run;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.report.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects metrics before and after. */
final class MetricCollector {
  private final Map<String, Metric> descriptions = new LinkedHashMap<>();
  private final Map<String, @Nullable Double> before = new LinkedHashMap<>();
  private final Map<String, @Nullable Double> after = new LinkedHashMap<>();

  MetricCollector addBefore(List<MetricValue> values) {
    values.forEach(value -> add(value, before));
    return this;
  }

  MetricCollector addAfter(List<MetricValue> values) {
    values.forEach(value -> add(value, after));
    return this;
  }

  Metrics metrics() {
    return new Metrics(before, after);
  }

  List<Metric> descriptions() {
    return new ArrayList<>(descriptions.values());
  }

  private void add(MetricValue value, Map<String, @Nullable Double> column) {
    descriptions.putIfAbsent(value.metric().name(), value.metric());
    column.putAll(Metrics.numbers(value));
  }
}
