package dev.lethe.report;

import dev.lethe.api.metric.Count;
import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by name. An interval is two numbers beside its metric, {@code idia.tpr.low} and {@code
 * idia.tpr.high}; what a share was counted from is {@code idia.tpr.hits} of {@code idia.tpr.total}.
 * A metric that is not defined, such as a rate over nobody, is null.
 *
 * @param before of the original
 * @param after of the defended model; empty for an audit
 */
public record Metrics(Map<String, @Nullable Double> before, Map<String, @Nullable Double> after) {
  private static final double MEBIBYTE = 1 << 20;
  private static final String LOW = ".low";
  private static final String HIGH = ".high";
  private static final String HITS = ".hits";
  private static final String TOTAL = ".total";
  private static final List<String> PARTS = List.of(LOW, HIGH, HITS, TOTAL);

  /** Copies the maps, keeping their order. */
  public Metrics {
    before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
    after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
  }

  /** Returns a value as numbers by name: its own, its interval, and what it was counted from. */
  public static Map<String, @Nullable Double> numbers(MetricValue value) {
    Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
    String name = value.metric().name();
    numbers.put(name, value.value());
    Interval interval = value.interval();
    if (interval != null) {
      numbers.put(name + LOW, interval.low());
      numbers.put(name + HIGH, interval.high());
    }
    Count count = value.count();
    if (count != null) {
      numbers.put(name + HITS, (double) count.hits());
      numbers.put(name + TOTAL, (double) count.total());
    }
    return numbers;
  }

  /** Returns whether a number is what a share was counted from. */
  public static boolean isCount(String name) {
    return name.endsWith(HITS) || name.endsWith(TOTAL);
  }

  /**
   * Returns what came out in the end: after, where there is an after, else before.
   *
   * @param descriptions what is known of metrics; may lack some
   */
  public List<MetricValue> values(List<Metric> descriptions) {
    return readings(descriptions).stream()
        .map(
            reading -> {
              boolean isAfter = reading.after() != null;
              return new MetricValue(
                  reading.metric(),
                  isAfter ? reading.after() : reading.before(),
                  isAfter ? reading.afterInterval() : reading.beforeInterval(),
                  count(reading.metric().name(), isAfter ? after : before));
            })
        .toList();
  }

  /**
   * Returns what cannot be computed from a name: shares, and what was measured on the defended
   * model, rounded. Similarities and counts of the original follow from the names exactly.
   *
   * @param descriptions what is measured; anything else is left out
   */
  public Metrics redacted(List<Metric> descriptions) {
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

  /**
   * Returns every metric before and after, described ones first, in the order of the descriptions.
   *
   * @param descriptions what is known of them; may lack some
   */
  public List<Reading> readings(List<Metric> descriptions) {
    Map<String, Metric> known = new LinkedHashMap<>();
    descriptions.forEach(metric -> known.put(metric.name(), metric));
    names()
        .forEach(
            name ->
                known.putIfAbsent(
                    name, new Metric(name, Metric.Unit.NUMBER, Metric.Direction.NEITHER, "")));
    return known.values().stream()
        .filter(metric -> before.containsKey(metric.name()) || after.containsKey(metric.name()))
        .map(this::reading)
        .toList();
  }

  private Reading reading(Metric metric) {
    return new Reading(
        metric,
        finite(before.get(metric.name())),
        finite(after.get(metric.name())),
        interval(metric.name(), before),
        interval(metric.name(), after));
  }

  private static @Nullable Double finite(@Nullable Double value) {
    return value != null && Double.isFinite(value) ? value : null;
  }

  private static @Nullable Interval interval(String name, Map<String, @Nullable Double> values) {
    Double low = values.get(name + LOW);
    Double high = values.get(name + HIGH);
    return low == null || high == null ? null : new Interval(low, high);
  }

  private static @Nullable Count count(String name, Map<String, @Nullable Double> values) {
    Double hits = values.get(name + HITS);
    Double total = values.get(name + TOTAL);
    boolean isOne = hits != null && total != null && total >= 1 && hits >= 0 && hits <= total;
    return isOne ? new Count(hits.longValue(), total.longValue()) : null;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(before.keySet());
    names.addAll(after.keySet());
    Set<String> all = Set.copyOf(names);
    names.removeIf(
        name ->
            PARTS.stream()
                .filter(name::endsWith)
                .anyMatch(part -> all.contains(name.substring(0, name.length() - part.length()))));
    return names;
  }

  private static void copy(
      Metric metric, Map<String, @Nullable Double> exact, Map<String, @Nullable Double> rough) {
    for (String name : List.of(metric.name(), metric.name() + LOW, metric.name() + HIGH)) {
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
