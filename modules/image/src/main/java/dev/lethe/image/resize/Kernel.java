package dev.lethe.image.resize;

/**
 * How the pixels along one side of a resized picture are weighed from those of the original: cubic
 * convolution (Keys 1981, a = -1/2) whose kernel widens with the reduction, as in Pillow's {@code
 * Resample.c}.
 *
 * @param first for each resized pixel the first of the original that has a weight
 * @param weights of that pixel and those after it; their sum is 1
 */
record Kernel(int[] first, double[][] weights) {
  private static final double SUPPORT = 2;
  private static final double A = -0.5;

  static Kernel of(Side side) {
    int[] first = new int[side.count()];
    double[][] weights = new double[side.count()][];
    double scale = (double) side.length() / side.resized();
    double widening = Math.max(scale, 1);
    double support = SUPPORT * widening;
    for (int i = 0; i < side.count(); i++) {
      if (side.isResized()) {
        double center = (side.offset() + i + 0.5) * scale;
        int end = Math.min(side.length(), (int) (center + support + 0.5));
        first[i] = Math.max(0, (int) (center - support + 0.5));
        weights[i] = weigh(first[i] - center + 0.5, end - first[i], 1 / widening);
      } else {
        first[i] = (int) (side.offset() + i);
        weights[i] = new double[] {1};
      }
    }
    return new Kernel(first, weights);
  }

  /** Returns the first pixel of the original that has a weight. */
  int begin() {
    return first[0];
  }

  /** Returns the pixel of the original after the last that has a weight. */
  int end() {
    int last = first.length - 1;
    return first[last] + weights[last].length;
  }

  private static double[] weigh(double distance, int count, double narrowing) {
    double[] weights = new double[count];
    double total = 0;
    for (int j = 0; j < count; j++) {
      weights[j] = cubic((j + distance) * narrowing);
      total += weights[j];
    }
    for (int j = 0; j < count && total != 0; j++) {
      weights[j] /= total;
    }
    return weights;
  }

  private static double cubic(double distance) {
    double x = Math.abs(distance);
    if (x < 1) {
      return ((A + 2) * x - (A + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
  }
}
