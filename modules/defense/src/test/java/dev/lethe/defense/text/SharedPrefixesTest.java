package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedPrefixesTest {
  @Test
  void aSharedBeginningCountsOnce() {
    assertThat(SharedPrefixes.count(List.of(new int[] {1, 2, 3}, new int[] {1, 2, 4, 5})))
        .isEqualTo(5);
    assertThat(SharedPrefixes.count(List.of(new int[] {1, 2, 3}, new int[] {1, 2}))).isEqualTo(3);
    assertThat(SharedPrefixes.count(List.of(new int[] {1, 2}, new int[] {1, 2}))).isEqualTo(2);
    assertThat(SharedPrefixes.count(List.of())).isZero();
  }

  @Test
  void theCountIsThatOfTheSetOfAllBeginnings() {
    Random random = new Random(0);
    List<int[]> texts = new ArrayList<>();
    Set<List<Integer>> prefixes = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      int[] text = random.ints(1 + random.nextInt(6), 0, 3).toArray();
      texts.add(text);
      List<Integer> tokens = Arrays.stream(text).boxed().toList();
      for (int length = 1; length <= text.length; length++) {
        prefixes.add(tokens.subList(0, length));
      }
    }
    assertThat(SharedPrefixes.count(texts)).isEqualTo(prefixes.size());
  }
}
