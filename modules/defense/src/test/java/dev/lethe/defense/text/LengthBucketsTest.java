package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LengthBucketsTest {
  private final int[] lengths = new Random(3).ints(256, 3, 30).toArray();

  @Test
  void everyRowIsInOneBucket() {
    assertThat(buckets(256).stream().flatMapToInt(Arrays::stream))
        .hasSize(256)
        .doesNotHaveDuplicates()
        .allMatch(row -> row >= 0 && row < 256);
  }

  @Test
  void aBucketIsNoLongerThanTheNext() {
    List<int[]> buckets = buckets(256);
    assertThat(buckets).hasSize(8);
    for (int i = 1; i < buckets.size(); i++) {
      int longestBefore =
          Arrays.stream(buckets.get(i - 1)).map(row -> lengths[row]).max().orElse(0);
      int shortest = Arrays.stream(buckets.get(i)).map(row -> lengths[row]).min().orElse(0);
      assertThat(shortest).isGreaterThanOrEqualTo(longestBefore);
    }
  }

  @Test
  void aFewRowsAreOneBucket() {
    assertThat(buckets(1)).hasSize(1);
    assertThat(buckets(63)).hasSize(1);
    assertThat(buckets(64)).hasSize(2);
  }

  private List<int[]> buckets(int rows) {
    return LengthBuckets.of(rows, row -> lengths[row]);
  }
}
