package dev.lethe.clip.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Sorts rows by length into buckets, so that little is computed for padding. */
final class LengthBuckets {
  private LengthBuckets() {}

  /**
   * Returns indices of the rows, shortest first.
   *
   * @param rows at least one
   * @param padding how much longer than the shortest a row of the same bucket may be, as a share of
   *     its length
   */
  static List<List<Integer>> of(List<int[]> rows, double padding) {
    List<Integer> byLength =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> rows.get(i).length))
            .toList();
    List<List<Integer>> buckets = new ArrayList<>();
    List<Integer> bucket = new ArrayList<>();
    for (int index : byLength) {
      if (!bucket.isEmpty()) {
        int shortest = rows.get(bucket.get(0)).length;
        if (rows.get(index).length > shortest + Math.max(1, (int) (padding * shortest))) {
          buckets.add(List.copyOf(bucket));
          bucket.clear();
        }
      }
      bucket.add(index);
    }
    buckets.add(List.copyOf(bucket));
    return List.copyOf(buckets);
  }
}
