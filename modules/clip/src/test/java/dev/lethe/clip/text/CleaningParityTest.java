package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleaningParityTest {
  private final List<HostileTexts.Text> texts;

  CleaningParityTest() throws IOException {
    texts = HostileTexts.read().wellDecoded();
  }

  @Test
  void thereAreManyTextsToCompare() {
    assertThat(texts).hasSizeGreaterThan(2000);
  }

  @Test
  void whitespaceGivesWhatOpenClipGives() {
    assertThat(texts)
        .allSatisfy(
            text ->
                assertThat(Cleaning.WHITESPACE.clean(text.text())).isEqualTo(text.whitespace()));
  }

  @Test
  void lowerGivesWhatOpenClipGives() {
    assertThat(texts)
        .allSatisfy(text -> assertThat(Cleaning.LOWER.clean(text.text())).isEqualTo(text.lower()));
  }
}
