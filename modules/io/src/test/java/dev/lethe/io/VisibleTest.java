package dev.lethe.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {

  @ParameterizedTest
  @CsvSource({
    "7, \\u0007",
    "10, \\u000a",
    "27, \\u001b",
    "127, \\u007f",
    "155, \\u009b",
    "8203, \\u200b",
    "8205, \\u200d",
    "8238, \\u202e",
    "8294, \\u2066",
    "65279, \\ufeff",
    "917569, \\udb40\\udc41",
    "55357, \\ud83d"
  })
  void whatIsObeyedOrUnseenIsWrittenAsAnEscape(int codePoint, String expected) {
    assertThat(Visible.of("a" + Character.toString(codePoint) + "b"))
        .isEqualTo("a" + expected + "b");
  }

  @Test
  void whatIsObeyedIsHiddenAndWhatIsOnlyUnseenMayBePartOfAName() {
    assertThat("\n\u001b\u0085\u2028\u202e\u2066".codePoints())
        .allMatch(Visible::isObeyed)
        .allMatch(Visible::isHidden);
    assertThat("\u200c\u200d\ufeff\u3164".codePoints())
        .noneMatch(Visible::isObeyed)
        .allMatch(Visible::isHidden);
  }

  @Test
  void severalLinesBecomeOne() {
    assertThat(Visible.oneLine(" one \r\n  two\u001b[2J\n")).isEqualTo("one two\\u001b[2J");
  }

  @Test
  void lettersOfAnyScriptMarksAndPicturesStay() {
    String text = "Zoë İrem 李小龍 e\u0301 عمر नमस्ते 👍 ❤\uFE0F – “x” \u00a0";
    assertThat(Visible.of(text)).isEqualTo(text);
  }
}
