package dev.lethe.report;

import dev.lethe.api.metric.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by name. An interval is two numbers beside its metric: {@code idia.tpr.low} and {@code
 * idia.tpr.high}. A metric that is not defined, such as a rate over nobody, is null.
 *
 * @param before of the original
 * @param after of the defended model; empty for an audit
 */
public record Metrics(Map<String, @Nullable Double> before, Map<String, @Nullable Double> after) {
  private static final double MEBIBYTE = 1 << 20;

  /** Copies the maps, keeping their order. */
  public Metrics {
    before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
    after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
  }

  /**
   * Returns what cannot be computed from a name: shares, and what was measured on the defended
   * model, rounded. Similarities and counts of the original follow from the names exactly.
   *
   * @param descriptions what is measured; anything else is left out
   */
  Metrics redacted(List<Metric> descriptions) {
    Map<String, @Nullable Double> roughBefore = new LinkedHashMap<>();
    Map<String, @Nullable Double> roughAfter = new LinkedHashMap<>();
    for (Metric metric : descriptions) {
      if (metric.unit() == Metric.Unit.SHARE) {
        copy(metric, before, roughBefore);
      }
      copy(metric, after, roughAfter);
    }
    return new Metrics(roughBefore, roughAfter);
  }

  private static void copy(
      Metric metric, Map<String, @Nullable Double> exact, Map<String, @Nullable Double> rough) {
    for (String name : List.of(metric.name(), metric.name() + ".low", metric.name() + ".high")) {
      if (exact.containsKey(name)) {
        Double value = exact.get(name);
        rough.put(name, value == null ? null : rounded(value, metric.unit()));
      }
    }
  }

  private static double rounded(double value, Metric.Unit unit) {
    return switch (unit) {
      case SHARE, COSINE -> Math.rint(value * 100) / 100;
      case COUNT, SECONDS -> Math.rint(value);
      case BYTES -> Math.rint(value / MEBIBYTE) * MEBIBYTE;
      case NUMBER ->
          Double.isFinite(value)
              ? new BigDecimal(value).round(new MathContext(2)).doubleValue()
              : value;
    };
  }
}
