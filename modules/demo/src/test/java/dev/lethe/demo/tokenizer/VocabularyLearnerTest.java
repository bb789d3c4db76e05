package dev.lethe.demo.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyLearnerTest {
  private static final List<String> TEXTS =
      List.of("a photo of Ada Moon", "a photo of a red moon", "Ada Moon at a gala", "red red red");

  @TempDir private Path folder;

  @Test
  void theMostFrequentPairIsMergedFirst() {
    Vocabulary vocabulary = new VocabularyLearner(1000).learn(List.of("aab aab ab", "cd"));

    assertThat(vocabulary.merges())
        .startsWith(new Vocabulary.Pair("a", "b</w>"), new Vocabulary.Pair("a", "ab</w>"));
  }

  @Test
  void equalTextsGiveEqualVocabulariesInAnyOrder() {
    Vocabulary forward = new VocabularyLearner(600).learn(TEXTS);
    Vocabulary backward =
        new VocabularyLearner(600)
            .learn(List.of(TEXTS.get(3), TEXTS.get(2), TEXTS.get(1), TEXTS.get(0)));

    assertThat(forward).isEqualTo(backward);
  }

  @Test
  void theVocabularyGrowsNoLargerThanAllowed() {
    assertThat(new VocabularyLearner(516).learn(TEXTS).tokens()).hasSize(516);
  }

  @Test
  void everyTextComesBackFromItsTokensBetweenStartAndEnd() throws IOException {
    Vocabulary vocabulary = new VocabularyLearner(600).learn(TEXTS);
    Path file = folder.resolve("tokenizer.json");
    TokenizerWriter.write(vocabulary, file);

    try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(file)) {
      for (String text : List.of("A photo of Ada  Moon", "Grace Hopper's red moon, 1952!")) {
        long[] ids = tokenizer.encode(text).getIds();

        assertThat(ids[0]).isEqualTo(vocabulary.size() - 2);
        assertThat(ids[ids.length - 1]).isEqualTo(vocabulary.size() - 1);
        assertThat(Arrays.stream(ids).max().orElseThrow()).isEqualTo(ids[ids.length - 1]);
        String joined =
            Arrays.stream(ids, 1, ids.length - 1)
                .mapToObj(id -> vocabulary.tokens().get((int) id))
                .collect(Collectors.joining())
                .replace("</w>", "");
        assertThat(joined).isEqualTo(text.toLowerCase(Locale.ROOT).replace(" ", ""));
      }
    }
  }

  @Test
  void aFrequentWordIsOneToken() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    TokenizerWriter.write(new VocabularyLearner(600).learn(TEXTS), file);

    try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(file)) {
      assertThat(tokenizer.encode("red moon").getTokens())
          .containsExactly("<start_of_text>", "red</w>", "moon</w>", "<end_of_text>");
    }
  }
}
