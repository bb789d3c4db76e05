package dev.lethe.report.html;

import dev.lethe.api.metric.Reading;

/** Which way a metric went. */
enum Trend {
  BETTER,
  WORSE,
  SAME,
  CHANGED,
  UNKNOWN;

  /** Less than any table shows. */
  private static final double SMALLEST = 5e-5;

  static Trend of(Reading reading) {
    if (reading.before() == null || reading.after() == null) {
      return UNKNOWN;
    }
    double difference = reading.after() - reading.before();
    if (Math.abs(difference) < SMALLEST) {
      return SAME;
    }
    return switch (reading.metric().direction()) {
      case NEITHER -> CHANGED;
      case HIGHER -> difference > 0 ? BETTER : WORSE;
      case LOWER -> difference < 0 ? BETTER : WORSE;
    };
  }

  /** Returns whether both intervals are known and share a value. */
  static boolean intervalsOverlap(Reading reading) {
    var before = reading.beforeInterval();
    var after = reading.afterInterval();
    return before != null
        && after != null
        && before.low() <= after.high()
        && after.low() <= before.high();
  }
}
