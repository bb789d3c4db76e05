package dev.lethe.report;

import dev.lethe.api.metric.Metric;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metrics as a person reads them. */
final class Figures {
  private Figures() {}

  /** Returns a metric with its interval; a dash where it was not measured or is not defined. */
  static String withInterval(Map<String, @Nullable Double> values, Metric metric) {
    Double value = values.get(metric.name());
    if (value == null) {
      return "–";
    }
    Double low = values.get(metric.name() + ".low");
    Double high = values.get(metric.name() + ".high");
    String text = metric.unit().text(value);
    return low == null || high == null
        ? text
        : "%s [%s, %s]".formatted(text, metric.unit().text(low), metric.unit().text(high));
  }
}
