package dev.lethe.tensor.loss;

import java.util.function.ToDoubleFunction;

/** The gradient of a function of many numbers by central differences. */
final class NumericGradient {
  private static final double STEP = 1e-5;

  private NumericGradient() {}

  static double[] of(ToDoubleFunction<double[]> function, double[] at) {
    double[] gradient = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[i] += STEP;
      down[i] -= STEP;
      gradient[i] = (function.applyAsDouble(up) - function.applyAsDouble(down)) / (2 * STEP);
    }
    return gradient;
  }
}
