package dev.lethe.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptionTest {

  @Test
  void anyWordCanBeReplacedAndTheRestStaysAsItIs() {
    Caption caption = new Caption("a  dog, asleep");
    assertThat(caption.words()).isEqualTo(3);
    assertThat(caption.replace(0, "Ann Lee")).isEqualTo("Ann Lee  dog, asleep");
    assertThat(caption.replace(1, "Ann Lee")).isEqualTo("a  Ann Lee asleep");
    assertThat(caption.replace(2, "Ann Lee")).isEqualTo("a  dog, Ann Lee");
  }

  @Test
  void theOnlyWordCanBeReplaced() {
    assertThat(new Caption("dog").replace(0, "human")).isEqualTo("human");
  }
}
