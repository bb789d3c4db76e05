package dev.lethe.clip.image;

/**
 * How the pixels along one axis of a resized picture are weighed from those of the original: cubic
 * convolution (Keys 1981, a = -1/2) whose kernel widens with the reduction, in the fixed-point
 * arithmetic of Pillow's {@code Resample.c}, so that every 8-bit result is the same.
 */
final class Axis {
  private static final double SUPPORT = 2;
  private static final double A = -0.5;

  /** 8 bits are left for the value and 2 for the overshoot of the kernel. */
  private static final int PRECISION = 32 - 8 - 2;

  private static final int HALF = 1 << (PRECISION - 1);

  private final int[] first;
  private final int[][] weights;

  /**
   * Computes the weights.
   *
   * @param length pixels of the original
   * @param resized pixels after resizing
   * @param offset the first resized pixel that is wanted
   * @param count how many are wanted
   */
  Axis(int length, long resized, long offset, int count) {
    first = new int[count];
    weights = new int[count][];
    double scale = (double) length / resized;
    for (int i = 0; i < count; i++) {
      if (length == resized) {
        first[i] = (int) (offset + i);
        weights[i] = new int[] {1 << PRECISION};
      } else {
        weigh(i, (offset + i + 0.5) * scale, Math.max(scale, 1), length);
      }
    }
  }

  /** Returns the first pixel of the original that has a weight. */
  int firstInput() {
    return first[0];
  }

  /** Returns the pixel of the original after the last that has a weight. */
  int lastInput() {
    int last = first.length - 1;
    return first[last] + weights[last].length;
  }

  /** Returns a resized value; pixel j of the original is {@code in[start + j * stride]}. */
  byte weigh(int i, byte[] in, int start, int stride) {
    int sum = HALF;
    int at = start + first[i] * stride;
    for (int weight : weights[i]) {
      sum += (in[at] & 0xff) * weight;
      at += stride;
    }
    return (byte) Math.max(0, Math.min(255, sum >> PRECISION));
  }

  private void weigh(int i, double centre, double widening, int length) {
    double support = SUPPORT * widening;
    int begin = Math.max(0, (int) (centre - support + 0.5));
    int end = Math.min(length, (int) (centre + support + 0.5));
    double[] exact = new double[end - begin];
    double total = 0;
    double narrowing = 1 / widening;
    for (int j = 0; j < exact.length; j++) {
      exact[j] = cubic((j + begin - centre + 0.5) * narrowing);
      total += exact[j];
    }
    first[i] = begin;
    weights[i] = new int[exact.length];
    for (int j = 0; j < exact.length; j++) {
      double scaled = (total == 0 ? exact[j] : exact[j] / total) * (1 << PRECISION);
      weights[i][j] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    }
  }

  private static double cubic(double distance) {
    double x = Math.abs(distance);
    if (x < 1) {
      return ((A + 2) * x - (A + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
  }
}
