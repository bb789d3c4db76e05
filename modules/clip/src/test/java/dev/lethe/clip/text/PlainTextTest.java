package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"windows-1252", "ISO-8859-1", "windows-1250", "windows-1251", "windows-1254"})
  void whatWasReadInAnotherEncodingIsPutRight(String encoding) {
    for (String meant : new String[] {"beyoncé", "renée zellweger", "zoë – o’neil"}) {
      String read = new String(meant.getBytes(StandardCharsets.UTF_8), Charset.forName(encoding));
      assertThat(PlainText.of(read)).isNotEqualTo(read).isEqualTo(PlainText.of(meant));
    }
  }

  @Test
  void whatWasReadRightStaysAsItIs() {
    for (String text :
        new String[] {
          "straße in são paulo", "ångström à la carte", "різдво в україні", "ρόδος", "naïve café"
        }) {
      assertThat(MisreadText.repair(text)).isEqualTo(text);
    }
  }

  @Test
  void anEntityMayHideWhatWasReadWrongly() {
    assertThat(PlainText.of("Beyonc&Atilde;&copy;")).isEqualTo("beyoncé");
    assertThat(PlainText.of("Beyonc&amp;Atilde;&amp;copy;")).isEqualTo("beyoncé");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200b",
        "\u00ad",
        "\ufe0e",
        "\udb40\udd00",
        "\u034f",
        "\u180b",
        "\u3164",
        "\uffa0",
        "\u2060"
      })
  void whatNobodySeesInANameMakesNoOtherName(String unseen) {
    assertThat(PlainText.of("葛" + unseen + "西 A" + unseen + "da")).isEqualTo("葛西 ada");
  }

  @Test
  void halfACharacterIsNoReasonToFail() {
    assertThat(PlainText.of("Jo \ud800 Lee")).startsWith("jo ").endsWith(" lee");
  }
}
