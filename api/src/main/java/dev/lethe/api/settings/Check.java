package dev.lethe.api.settings;

import java.util.Locale;

/**
 * The checks of settings records. Their messages begin with the key, so that a reader can put the
 * place of the block before it.
 */
public final class Check {
  private Check() {}

  /**
   * Requires a whole number within bounds.
   *
   * @throws IllegalArgumentException naming the key, the bounds and the value
   */
  public static long between(String key, long value, long low, long high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s must be between %d and %d (got %d)".formatted(key, low, high, value));
    }
    return value;
  }

  /**
   * Requires a finite number within bounds.
   *
   * @throws IllegalArgumentException naming the key, the bounds and the value
   */
  public static double between(String key, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s must be between %s and %s (got %s)", key, low, high, value));
    }
    return value;
  }

  /**
   * Requires a finite number above 0.
   *
   * @throws IllegalArgumentException naming the key, the bounds and the value
   */
  public static double positive(String key, double value, double high) {
    if (value == 0) {
      throw new IllegalArgumentException(key + " must be more than 0 (got 0)");
    }
    return between(key, value, 0, high);
  }

  /**
   * Requires a text that is not blank.
   *
   * @throws IllegalArgumentException naming the key
   */
  public static String text(String key, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(key + " must not be blank");
    }
    return value;
  }
}
