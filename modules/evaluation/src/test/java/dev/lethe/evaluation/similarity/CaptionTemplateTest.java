package dev.lethe.evaluation.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CaptionTemplateTest {

  @Test
  void everyWordOfACaptionCanBeReplaced() {
    SplittableRandom random = new SplittableRandom(1);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      seen.addAll(
          CaptionTemplate.fill(List.of(CaptionTemplate.in("a red  house", random)), "Ada Byron"));
    }
    assertThat(seen)
        .containsExactlyInAnyOrder("Ada Byron red house", "a Ada Byron house", "a red Ada Byron");
  }

  @Test
  void aCaptionOfOneWordBecomesTheText() {
    CaptionTemplate slot = CaptionTemplate.in("house", new SplittableRandom(1));
    assertThat(CaptionTemplate.fill(List.of(slot), "human")).containsExactly("human");
  }

  @Test
  void nameAndTargetStandAtTheSamePlace() {
    CaptionTemplate slot = CaptionTemplate.in("one two three four five", new SplittableRandom(5));
    String named = CaptionTemplate.fill(List.of(slot), "Ada Byron").get(0);
    String neutral = CaptionTemplate.fill(List.of(slot), "human").get(0);
    assertThat(named.replace("Ada Byron", "human")).isEqualTo(neutral);
  }
}
