package dev.lethe.evaluation.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlotTest {

  @Test
  void everyWordOfACaptionCanBeReplaced() {
    SplittableRandom random = new SplittableRandom(1);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      seen.addAll(Slot.fill(List.of(Slot.in("a red  house", random)), "Ada Byron"));
    }
    assertThat(seen)
        .containsExactlyInAnyOrder("Ada Byron red house", "a Ada Byron house", "a red Ada Byron");
  }

  @Test
  void aCaptionOfOneWordBecomesTheText() {
    Slot slot = Slot.in("house", new SplittableRandom(1));
    assertThat(Slot.fill(List.of(slot), "human")).containsExactly("human");
  }

  @Test
  void nameAndTargetStandAtTheSamePlace() {
    Slot slot = Slot.in("one two three four five", new SplittableRandom(5));
    String named = Slot.fill(List.of(slot), "Ada Byron").get(0);
    String neutral = Slot.fill(List.of(slot), "human").get(0);
    assertThat(named.replace("Ada Byron", "human")).isEqualTo(neutral);
  }
}
