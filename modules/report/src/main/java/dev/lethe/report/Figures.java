package dev.lethe.report;

import dev.lethe.api.metric.Metric;
import java.util.Locale;
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
    String text = plain(value, metric.unit());
    return low == null || high == null
        ? text
        : "%s [%s, %s]".formatted(text, plain(low, metric.unit()), plain(high, metric.unit()));
  }

  private static String plain(double value, Metric.Unit unit) {
    return switch (unit) {
      case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
      case COSINE -> String.format(Locale.ROOT, "%.4f", value);
      case COUNT -> String.format(Locale.ROOT, "%.0f", value);
    };
  }
}
