package dev.lethe.report.figures;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric.Unit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers are written for people, and for SVG. */
public final class Numbers {
  public static final String NONE = "–";

  private Numbers() {}

  /** Returns a number for an SVG attribute: at most two decimals, a point whatever the locale. */
  public static String plain(double value) {
    var text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  public static String fixed(double value, int decimals) {
    return minus(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  /** Returns a value in its unit, or a dash where it is not defined. */
  public static String value(@Nullable Double value, Unit unit) {
    return value == null || !Double.isFinite(value) ? NONE : unit.text(value);
  }

  public static String interval(Interval interval, Unit unit) {
    return unit.text(interval.low()).replace(" %", "") + " to " + unit.text(interval.high());
  }

  /** Returns a difference with its sign; shares differ by percentage points. */
  public static String change(double difference, Unit unit) {
    var text =
        switch (unit) {
          case SHARE -> String.format(Locale.ROOT, "%+.1f points", 100 * difference);
          case COSINE -> String.format(Locale.ROOT, "%+.4f", difference);
          case COUNT -> String.format(Locale.ROOT, "%+.0f", difference);
          case NUMBER, SECONDS, BYTES -> (difference < 0 ? "" : "+") + unit.text(difference);
        };
    return minus(text.matches("[+-][0.]+( points)?") ? text.substring(1) : text);
  }

  public static String percent(double share) {
    return Unit.SHARE.text(share);
  }

  /** Returns a number with about four significant digits, as losses and learning rates need. */
  public static String significant(double value) {
    if (value == 0) {
      return "0";
    }
    var size = Math.abs(value);
    if (size < 1e-3 || size >= 1e5) {
      return minus(
          String.format(Locale.ROOT, "%.2e", value)
              .replaceAll("\\.?0+e", "e")
              .replaceAll("e([+-])0*", "e$1")
              .replace("e+", "e"));
    }
    int decimals = (int) Math.max(0, Math.min(6, 3 - Math.floor(Math.log10(size))));
    return fixed(value, decimals);
  }

  /** Returns a number with two significant digits. */
  public static String brief(double value) {
    double size = Math.abs(value);
    int decimals = size == 0 ? 0 : (int) Math.max(0, Math.min(9, 1 - Math.floor(Math.log10(size))));
    return fixed(value, decimals);
  }

  private static String minus(String text) {
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
