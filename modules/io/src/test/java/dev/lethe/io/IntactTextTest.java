package dev.lethe.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntactTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "Ada Lind", "Zoë Årud", "İrem Kaya", "張偉", "😀"})
  void everyScriptIsIntact(String name) {
    assertThat(IntactText.isIntact(name)).isTrue();
    assertThat(IntactText.require(name, "here")).isSameAs(name);
  }

  @Test
  void halfACharacterIsNotIntactAndIsShown() {
    assertThat(IntactText.isIntact("Ada \ud83d Lind")).isFalse();
    assertThat(IntactText.isIntact("Ada Lind\ude00")).isFalse();
    assertThatThrownBy(() -> IntactText.require("Ada \ud83d Lind", "people.jsonl:3"))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "people.jsonl:3 must be in whole characters, but half of one was lost in 'Ada \\ud83d Lind'");
  }

  @Test
  void aNameDecodedFromAnotherEncodingIsRefusedByItsPlaceAndLine() {
    String read =
        new String(
            "Ada Lind\nZoë Årud\n".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    assertThat(IntactText.isIntact(read)).isFalse();
    assertThatThrownBy(() -> IntactText.require(read, "people.txt"))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "people.txt must be in UTF-8, but a character was lost (U+FFFD) in 'Zo\uFFFD \uFFFDrud'");
  }
}
