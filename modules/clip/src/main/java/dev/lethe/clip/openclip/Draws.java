package dev.lethe.clip.openclip;

import java.util.Random;
import java.util.function.DoubleSupplier;

/** Distributions of one random generator. */
final class Draws {
  private final Random random;

  Draws(long seed) {
    random = new Random(seed);
  }

  /** Returns {@code n^(-1/2)}. */
  static double scale(long n) {
    return 1 / StrictMath.sqrt(n);
  }

  DoubleSupplier constant(double value) {
    return () -> value;
  }

  DoubleSupplier normal(double deviation) {
    return () -> deviation * random.nextGaussian();
  }

  /** Draws between a bound and its negative. */
  DoubleSupplier uniform(double bound) {
    return () -> bound * (2 * random.nextDouble() - 1);
  }
}
