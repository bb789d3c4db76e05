package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.model.DistinctTexts;
import dev.lethe.testkit.TinyModels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistinctTextsTest {
  @TempDir private Path folder;

  @Test
  void textsOfEqualTokenIdsAreOneAndKeepTheirFirstSpelling() {
    try (FastTokenizer tokenizer = tokenizer()) {
      DistinctTexts texts =
          DistinctTexts.of(tokenizer, List.of("Ida  Moe", "bo carr", "ida moe", "Bo Carr", "moe"));
      assertThat(texts.texts()).containsExactly("Ida  Moe", "bo carr", "moe");
      assertThat(texts.places()).containsExactly(0, 1, 0, 1, 2);
    }
  }

  @Test
  void aTextIsFoundInAnySpelling() {
    try (FastTokenizer tokenizer = tokenizer()) {
      DistinctTexts texts = DistinctTexts.of(tokenizer, List.of("Ida Moe", "Bo Carr"));
      assertThat(texts.find(" BO\tCARR ")).hasValue(1);
      assertThat(texts.find("bocarr")).isEmpty();
    }
  }

  @Test
  void textsThatDifferBehindTheEndOfTheContextAreOne() {
    try (FastTokenizer tokenizer = tokenizer()) {
      String cut = "x".repeat(tokenizer.contextLength());
      assertThat(DistinctTexts.of(tokenizer, List.of(cut + "a", cut + "b")).texts()).hasSize(1);
    }
  }

  private FastTokenizer tokenizer() {
    TokenizerFile file = TokenizerFile.read(TinyModels.tokenizer(folder));
    return FastTokenizer.open(file, Cleaning.WHITESPACE, 48);
  }
}
