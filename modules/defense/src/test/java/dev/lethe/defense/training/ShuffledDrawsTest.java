package dev.lethe.defense.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShuffledDrawsTest {

  @Test
  void eachPassDrawsEveryNumberOnceInAnotherOrder() {
    ShuffledDraws draws = new ShuffledDraws(50, 1);
    List<Long> first = take(draws, 50);
    List<Long> second = take(draws, 50);
    List<Long> all = LongStream.range(0, 50).boxed().toList();
    assertThat(first).containsExactlyInAnyOrderElementsOf(all).isNotEqualTo(all);
    assertThat(second).containsExactlyInAnyOrderElementsOf(all).isNotEqualTo(first);
  }

  @Test
  void theSeedDecides() {
    assertThat(take(new ShuffledDraws(50, 7), 80)).isEqualTo(take(new ShuffledDraws(50, 7), 80));
    assertThat(take(new ShuffledDraws(50, 7), 80)).isNotEqualTo(take(new ShuffledDraws(50, 8), 80));
  }

  @Test
  void everyNumberIsAsLikelyToComeFirst() {
    int[] counts = new int[5];
    for (int seed = 0; seed < 5000; seed++) {
      counts[(int) new ShuffledDraws(5, seed).next()]++;
    }
    // 1000 expected; five standard deviations are 141
    assertThat(Arrays.stream(counts)).allMatch(count -> count >= 859 && count <= 1141);
  }

  private static List<Long> take(ShuffledDraws draws, int count) {
    return LongStream.generate(draws::next).limit(count).boxed().toList();
  }
}
