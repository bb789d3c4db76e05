package dev.lethe.clip.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts sorted by length and cut into buckets, so that little is computed for padding.
 *
 * @param buckets indices of texts, shortest first
 */
public record LengthBuckets(List<List<Integer>> buckets) {

  /**
   * Sorts texts into buckets.
   *
   * @param texts trimmed, at least one
   * @param mostTokens the most tokens in a bucket, padding included, unless one text has more
   */
  public static LengthBuckets of(List<int[]> texts, int mostTokens) {
    List<Integer> byLength =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> texts.get(i).length))
            .toList();
    List<List<Integer>> buckets = new ArrayList<>();
    List<Integer> bucket = new ArrayList<>();
    for (int index : byLength) {
      int length = texts.get(index).length;
      if (!bucket.isEmpty()) {
        int shortest = texts.get(bucket.get(0)).length;
        // a quarter of padding costs less than the overhead of another bucket
        if (length > shortest + Math.max(1, shortest / 4)
            || length * (bucket.size() + 1) > mostTokens) {
          buckets.add(List.copyOf(bucket));
          bucket.clear();
        }
      }
      bucket.add(index);
    }
    buckets.add(List.copyOf(bucket));
    return new LengthBuckets(List.copyOf(buckets));
  }

  /**
   * Returns for each text the place of its row when the buckets' results stand one after another.
   */
  public long[] places() {
    long[] places = new long[buckets.stream().mapToInt(List::size).sum()];
    long place = 0;
    for (List<Integer> bucket : buckets) {
      for (int index : bucket) {
        places[index] = place++;
      }
    }
    return places;
  }
}
