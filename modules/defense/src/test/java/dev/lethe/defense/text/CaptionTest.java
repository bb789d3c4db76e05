package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.defense.training.Fidelity;
import org.junit.jupiter.api.Test;

class CaptionTest {

  @Test
  void anyWordCanBeReplacedAndTheRestStaysAsItIs() {
    Caption caption = new Caption("a  dog, asleep");
    assertThat(caption.replaceable(Fidelity.CORRECTED)).isEqualTo(3);
    assertThat(caption.replace(0, "Ann Lee")).isEqualTo("Ann Lee  dog, asleep");
    assertThat(caption.replace(1, "Ann Lee")).isEqualTo("a  Ann Lee asleep");
    assertThat(caption.replace(2, "Ann Lee")).isEqualTo("a  dog, Ann Lee");
  }

  @Test
  void theFaithfulFormNeverReplacesTheLastWord() {
    assertThat(new Caption("a dog asleep").replaceable(Fidelity.REFERENCE_CODE)).isEqualTo(2);
    assertThat(new Caption("dog").replaceable(Fidelity.REFERENCE_CODE)).isZero();
  }

  @Test
  void theOnlyWordCanBeReplacedInTheCorrectedForm() {
    Caption caption = new Caption("dog");
    assertThat(caption.replaceable(Fidelity.CORRECTED)).isEqualTo(1);
    assertThat(caption.replace(0, "human")).isEqualTo("human");
  }
}
