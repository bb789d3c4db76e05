package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected texts are what open_clip 3.3.0 makes of them. */
class CleaningTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "  a \t b\u00a0c\u3000d ,a b c d",
        "Tom &amp;amp; Jerry,Tom & Jerry",
        "&lt;b&gt;,<b>",
        "&#65;&#x42;,AB",
        "\u201cA\u201d \u2018b\u2019,\"A\" 'b'",
        "\uff21\uff22\uff23,ABC",
        "\ufb01ne,fine",
        "e\u0301,\u00e9",
        "\u001b[36;44mblue\u001b[0m,blue",
        "a\u0000b,ab",
        "a & b,a & b"
      })
  void whiteSpaceEntitiesQuotesAndWidthsAreTidied(String text, String expected) {
    assertThat(Cleaning.WHITESPACE.clean(text)).isEqualTo(expected);
  }

  @Test
  void aCommandToATerminalMayBeVeryLong() {
    assertThat(Cleaning.WHITESPACE.clean("a\u001b[" + "1;".repeat(100_000) + "mb")).isEqualTo("ab");
  }

  @Test
  void onlyLowerChangesTheCaseOfLetters() {
    assertThat(Cleaning.LOWER.clean("ADA \u00c9\u0130")).isEqualTo("ada \u00e9i\u0307");
    assertThat(Cleaning.WHITESPACE.clean("ADA")).isEqualTo("ADA");
  }
}
