package dev.lethe.report.requirement;

import java.util.Arrays;

/** How a requirement compares a metric with its bound. */
public enum Comparison {
  /** Not above the bound. */
  AT_MOST("<="),
  /** Not below the bound. */
  AT_LEAST(">="),
  /** The bound itself. */
  EQUAL("=="),
  /** Below the bound. */
  BELOW("<"),
  /** Above the bound. */
  ABOVE(">");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  static Comparison of(String sign) {
    return Arrays.stream(values()).filter(each -> each.sign.equals(sign)).findFirst().orElseThrow();
  }

  boolean holds(double value, double bound) {
    return switch (this) {
      case AT_MOST -> value <= bound;
      case AT_LEAST -> value >= bound;
      case EQUAL -> value == bound;
      case BELOW -> value < bound;
      case ABOVE -> value > bound;
    };
  }

  String sign() {
    return sign;
  }
}
