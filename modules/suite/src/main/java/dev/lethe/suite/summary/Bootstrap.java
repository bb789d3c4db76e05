package dev.lethe.suite.summary;

import dev.lethe.api.metric.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The percentile bootstrap of a mean (Efron, 1979): means of as many values, drawn with replacement
 * again and again from those there are.
 */
final class Bootstrap {
  private static final int DRAWS = 10_000;
  private static final double TAIL = .025;

  private Bootstrap() {}

  /**
   * Returns the 95 % interval of a mean.
   *
   * @param values at least two
   * @param seed the same for the same interval
   */
  static Interval ofMean(double[] values, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[draw] = sum / values.length;
    }
    Arrays.sort(means);
    return new Interval(
        means[(int) Math.floor(TAIL * (DRAWS - 1))],
        means[(int) Math.ceil((1 - TAIL) * (DRAWS - 1))]);
  }
}
