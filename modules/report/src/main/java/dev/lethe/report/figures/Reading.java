package dev.lethe.report.figures;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.report.Metrics;
import dev.lethe.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One metric before and after.
 *
 * @param metric what it means
 * @param before on the original, or null
 * @param after on the defended model, or null
 * @param beforeInterval its 95 % interval, or null
 * @param afterInterval its 95 % interval, or null
 */
public record Reading(
    Metric metric,
    @Nullable Double before,
    @Nullable Double after,
    @Nullable Interval beforeInterval,
    @Nullable Interval afterInterval) {

  /** Which way a metric went. */
  public enum Trend {
    BETTER,
    WORSE,
    SAME,
    CHANGED,
    UNKNOWN
  }

  /** Returns every metric of a report, described ones first, in the order of the descriptions. */
  public static List<Reading> all(Report report) {
    var metrics = new LinkedHashMap<String, Metric>();
    report.descriptions().forEach(metric -> metrics.put(metric.name(), metric));
    names(report.metrics())
        .forEach(
            name ->
                metrics.putIfAbsent(name, new Metric(name, Unit.COSINE, Direction.NEITHER, "")));
    return metrics.values().stream()
        .map(metric -> of(metric, report.metrics()))
        .filter(reading -> reading.isIn(report.metrics()))
        .toList();
  }

  /** Returns the metric of a name, if it was measured. */
  public static Optional<Reading> named(String name, Report report) {
    return all(report).stream().filter(reading -> reading.metric.name().equals(name)).findFirst();
  }

  public Trend trend() {
    if (before == null || after == null) {
      return Trend.UNKNOWN;
    }
    double difference = after - before;
    if (Math.abs(difference) < 5e-5) {
      return Trend.SAME;
    }
    return switch (metric.direction()) {
      case NEITHER -> Trend.CHANGED;
      case HIGHER -> difference > 0 ? Trend.BETTER : Trend.WORSE;
      case LOWER -> difference < 0 ? Trend.BETTER : Trend.WORSE;
    };
  }

  /** Returns whether both intervals are known and share a value. */
  public boolean intervalsOverlap() {
    return beforeInterval != null
        && afterInterval != null
        && beforeInterval.low() <= afterInterval.high()
        && afterInterval.low() <= beforeInterval.high();
  }

  private boolean isIn(Metrics metrics) {
    return metrics.before().containsKey(metric.name())
        || metrics.after().containsKey(metric.name());
  }

  private static Reading of(Metric metric, Metrics metrics) {
    return new Reading(
        metric,
        finite(metrics.before().get(metric.name())),
        finite(metrics.after().get(metric.name())),
        interval(metric.name(), metrics.before()),
        interval(metric.name(), metrics.after()));
  }

  private static @Nullable Double finite(@Nullable Double value) {
    return value != null && Double.isFinite(value) ? value : null;
  }

  private static @Nullable Interval interval(String name, Map<String, @Nullable Double> values) {
    var low = values.get(name + ".low");
    var high = values.get(name + ".high");
    return low == null || high == null ? null : new Interval(low, high);
  }

  private static List<String> names(Metrics metrics) {
    var names = new ArrayList<>(metrics.before().keySet());
    names.addAll(metrics.after().keySet());
    names.removeIf(
        name ->
            name.endsWith(".low") && names.contains(name.substring(0, name.length() - 4))
                || name.endsWith(".high") && names.contains(name.substring(0, name.length() - 5)));
    return names;
  }
}
