package dev.lethe.api.metric;

import java.util.Locale;

/**
 * What a number means; said once, where the number is made. It is about a group or a model, never
 * about one person: redacted reports show the name and the meaning.
 *
 * @param name in lower case, dots between parts, the first of them the name of the attack or
 *     evaluation that measures it: {@code idia.tpr}
 * @param unit what it counts
 * @param direction which way is better
 * @param role what a verdict makes of it
 * @param meaning one sentence for a reader of the report
 */
public record Metric(String name, Unit unit, Direction direction, Role role, String meaning) {

  /** Creates a metric that no verdict reads. */
  public Metric(String name, Unit unit, Direction direction, String meaning) {
    this(name, unit, direction, Role.DETAIL, meaning);
  }

  /** What a metric counts. */
  public enum Unit {
    /** A part of a whole, from 0 to 1. */
    SHARE,
    /** A cosine similarity, from -1 to 1. */
    COSINE,
    /** Whole things. */
    COUNT,
    /** Anything else. */
    NUMBER,
    /** Time, in seconds. */
    SECONDS,
    /** Memory or storage, in bytes. */
    BYTES;

    /** Returns a value as a person reads it, such as {@code 12.5 %}, whatever the locale. */
    public String text(double value) {
      String digits = digits(value);
      return digits.startsWith("-") ? "−" + digits.substring(1) : digits;
    }

    private String digits(double value) {
      return switch (this) {
        case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
        case COSINE -> String.format(Locale.ROOT, "%.4f", value);
        case COUNT -> String.format(Locale.ROOT, "%.0f", value);
        case NUMBER -> String.format(Locale.ROOT, "%.4g", value);
        case SECONDS -> duration(value);
        case BYTES ->
            value < 1L << 30
                ? String.format(Locale.ROOT, "%.0f MiB", value / (1 << 20))
                : String.format(Locale.ROOT, "%.1f GiB", value / (1 << 30));
      };
    }

    private static String duration(double seconds) {
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
  }

  /** Which way is better, for the people who asked to be forgotten and the model's user. */
  public enum Direction {
    /** Higher is better. */
    HIGHER,
    /** Lower is better. */
    LOWER,
    /** Neither: it describes. */
    NEITHER
  }

  /** What a verdict makes of a metric; it reads roles, never names. */
  public enum Role {
    /** Whether those who asked were forgotten. */
    FORGETTING,
    /** What the model can still do; a share that falls noticeably is a cost of the defense. */
    UTILITY,
    /** What became of people who did not ask. */
    COLLATERAL,
    /** What the model gives away about its training data. */
    LEAKAGE,
    /** How much of the model is another than before. */
    CHANGE,
    /** What it took on the machine that did it: time, memory. Never twice the same. */
    COST,
    /** For the tables alone. */
    DETAIL
  }
}
