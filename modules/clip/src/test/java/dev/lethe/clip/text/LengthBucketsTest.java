package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LengthBucketsTest {

  @Test
  void textsOfSimilarLengthShareABucketAndKeepTheirPlaces() {
    LengthBuckets buckets = LengthBuckets.of(lengths(20, 4, 5, 21, 4), 1000);
    assertThat(buckets.buckets()).containsExactly(List.of(1, 4, 2), List.of(0, 3));
    assertThat(buckets.places()).containsExactly(3, 0, 2, 4, 1);
  }

  @Test
  void noBucketHasMoreTokensThanAllowedPaddingIncluded() {
    List<int[]> texts = lengths(IntStream.range(0, 200).map(i -> 3 + i % 9).toArray());
    for (List<Integer> bucket : LengthBuckets.of(texts, 64).buckets()) {
      assertThat(TokenBatch.of(bucket.stream().map(texts::get).toList()).ids().length)
          .isLessThanOrEqualTo(64);
    }
  }

  @Test
  void aTextThatIsTooLongAloneGetsABucketOfItsOwn() {
    assertThat(LengthBuckets.of(lengths(70, 70), 64).buckets())
        .containsExactly(List.of(0), List.of(1));
  }

  private static List<int[]> lengths(int... lengths) {
    return IntStream.of(lengths).mapToObj(int[]::new).toList();
  }
}
