package dev.lethe.image.resize;

/**
 * Weighs 8-bit values along one side of a picture in the fixed-point arithmetic of Pillow's {@code
 * Resample.c}, so that every result is the same.
 */
final class Axis {
  /** 8 bits are left for the value and 2 for the overshoot of the kernel. */
  private static final int PRECISION = 32 - 8 - 2;

  private static final int HALF = 1 << (PRECISION - 1);

  private final int[] first;
  private final int[][] weights;

  Axis(Kernel kernel) {
    first = kernel.first();
    weights = new int[first.length][];
    for (int i = 0; i < first.length; i++) {
      double[] exact = kernel.weights()[i];
      weights[i] = new int[exact.length];
      for (int j = 0; j < exact.length; j++) {
        double scaled = exact[j] * (1 << PRECISION);
        weights[i][j] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
      }
    }
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
}
