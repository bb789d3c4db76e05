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
    return value == null || !Double.isFinite(value) ? NONE : minus(digits(value, unit));
  }

  public static String interval(Interval interval, Unit unit) {
    return digits(interval.low(), unit).replace(" %", "") + " to " + digits(interval.high(), unit);
  }

  /** Returns a difference with its sign; shares differ by percentage points. */
  public static String change(double difference, Unit unit) {
    var text =
        switch (unit) {
          case SHARE -> String.format(Locale.ROOT, "%+.1f points", 100 * difference);
          case COSINE -> String.format(Locale.ROOT, "%+.4f", difference);
          case COUNT -> String.format(Locale.ROOT, "%+.0f", difference);
        };
    return minus(text.matches("[+-][0.]+( points)?") ? text.substring(1) : text);
  }

  public static String percent(double share) {
    return minus(digits(share, Unit.SHARE));
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

  /**
   * Returns a duration as a person says it: {@code 48 s}, {@code 2 min 05 s}, {@code 3 h 10 min}.
   */
  public static String duration(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
  }

  public static String bytes(long count) {
    return count < 1L << 30
        ? String.format(Locale.ROOT, "%.0f MiB", count / (double) (1 << 20))
        : String.format(Locale.ROOT, "%.1f GiB", count / (double) (1 << 30));
  }

  private static String digits(double value, Unit unit) {
    return switch (unit) {
      case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
      case COSINE -> String.format(Locale.ROOT, "%.4f", value);
      case COUNT -> String.format(Locale.ROOT, "%.0f", value);
    };
  }

  private static String minus(String text) {
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
