package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LengthBucketsTest {

  @Test
  void rowsOfSimilarLengthShareABucket() {
    assertThat(LengthBuckets.of(lengths(20, 4, 5, 21, 4), .25))
        .containsExactly(List.of(1, 4, 2), List.of(0, 3));
  }

  @Test
  void atMostAQuarterOfARowIsPadding() {
    List<int[]> rows = lengths(IntStream.range(0, 200).map(i -> 4 + i % 70).toArray());
    for (List<Integer> bucket : LengthBuckets.of(rows, .25)) {
      int shortest = rows.get(bucket.get(0)).length;
      int longest = rows.get(bucket.get(bucket.size() - 1)).length;
      assertThat(longest).isBetween(shortest, shortest + shortest / 4);
    }
  }

  @Test
  void whereAnotherBucketCostsMoreRowsMayBeTwiceAsLongAsOthers() {
    assertThat(LengthBuckets.of(lengths(20, 4, 8, 10, 21), 1))
        .containsExactly(List.of(1, 2), List.of(3, 0), List.of(4));
  }

  private static List<int[]> lengths(int... lengths) {
    return IntStream.of(lengths).mapToObj(int[]::new).toList();
  }
}
