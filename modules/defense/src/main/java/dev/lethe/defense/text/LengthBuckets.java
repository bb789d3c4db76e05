package dev.lethe.defense.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Splits a batch into parts of similar length, so that little is padded. The sum of the parts'
 * weighted losses is the loss of the whole batch.
 */
final class LengthBuckets {
  private static final int ROWS = 32;
  private static final int MOST = 8;

  private LengthBuckets() {}

  /**
   * Returns the numbers 0 to n-1 in 1 to 8 parts, about 32 or more in each.
   *
   * @param rows n, at least 1
   * @param length of each row
   */
  static List<int[]> of(int rows, IntUnaryOperator length) {
    Integer[] sorted = new Integer[rows];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(sorted, Comparator.comparingInt(length::applyAsInt));
    int parts = Math.max(1, Math.min(MOST, rows / ROWS));
    List<int[]> buckets = new ArrayList<>(parts);
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) rows * part / parts);
      int to = (int) ((long) rows * (part + 1) / parts);
      int[] bucket = new int[to - from];
      Arrays.setAll(bucket, i -> sorted[from + i]);
      buckets.add(bucket);
    }
    return buckets;
  }
}
