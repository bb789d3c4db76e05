package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EndOfTextTest {

  @Test
  void withoutAnEndTokenATextIsCutAfterTheFirstTokenOfTheHighestId() {
    assertThat(EndOfText.highest().trim(new int[] {7, 1, 9, 9, 0})).containsExactly(7, 1, 9);
    assertThat(EndOfText.highest().trim(new int[] {7})).containsExactly(7);
  }

  @Test
  void anEndTokenCutsEvenWhereHigherIdsFollow() {
    assertThat(new EndOfText(8).trim(new int[] {7, 9, 8, 8, 9})).containsExactly(7, 9, 8);
  }

  @Test
  void aTextWithoutItsEndTokenEndsAtItsStart() {
    assertThat(new EndOfText(8).trim(new int[] {7, 9, 5})).containsExactly(7);
  }

  @Test
  void aTextWithoutTokensIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EndOfText.highest().trim(new int[0]))
        .withMessageContaining("at least one token");
  }
}
