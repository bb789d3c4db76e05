package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.testkit.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenizerParityTest {
  private final HostileTexts expected;
  private Path merges;

  TokenizerParityTest() throws IOException {
    expected = HostileTexts.read();
  }

  @BeforeEach
  void needTheVocabulary() {
    merges = TestData.file("clip-bpe-vocab-16e6.txt.gz");
  }

  @Test
  void captionsGetTheIdsOfOpenClip() throws IOException {
    try (FastTokenizer tokenizer = openClip()) {
      assertThat(captionHashes(tokenizer)).isEqualTo(expected.captions().openClip());
    }
  }

  @Test
  void captionsGetTheIdsOfTransformers() throws IOException {
    try (FastTokenizer tokenizer = huggingFace()) {
      assertThat(captionHashes(tokenizer)).isEqualTo(expected.captions().huggingFace());
    }
  }

  @Test
  void hostileTextsGetTheIdsOfOpenClip() {
    try (FastTokenizer tokenizer = openClip()) {
      assertThat(different(tokenizer, HostileTexts.Text::openClip))
          .hasSizeLessThanOrEqualTo(11)
          .allSatisfy(text -> assertThat(text).containsPattern(HostileTexts.UNSEEN_END));
    }
  }

  @Test
  void hostileTextsGetTheIdsOfTransformers() {
    try (FastTokenizer tokenizer = huggingFace()) {
      assertThat(different(tokenizer, HostileTexts.Text::huggingFace)).isEmpty();
    }
  }

  private List<String> different(
      FastTokenizer tokenizer, Function<HostileTexts.Text, String> hash) {
    List<String> different = new ArrayList<>();
    for (HostileTexts.Text text : expected.wellDecoded()) {
      if (!TokenIds.hash(tokenizer, List.of(text.text())).startsWith(hash.apply(text))) {
        different.add(text.text());
      }
    }
    return different;
  }

  private FastTokenizer openClip() {
    return open(TokenizerKind.OPEN_CLIP, Cleaning.LOWER);
  }

  private FastTokenizer huggingFace() {
    return open(TokenizerKind.HUGGING_FACE, Cleaning.WHITESPACE);
  }

  private FastTokenizer open(TokenizerKind kind, Cleaning cleaning) {
    return FastTokenizer.open(ClipVocabulary.ofMerges(merges).tokenizer(kind), cleaning, 77);
  }

  private static List<String> captionHashes(FastTokenizer tokenizer) throws IOException {
    List<String> captions = Files.readAllLines(TestData.file("coco-captions-10000.txt"));
    List<String> hashes = new ArrayList<>();
    for (int from = 0; from < captions.size(); from += 500) {
      hashes.add(
          TokenIds.hash(tokenizer, captions.subList(from, Math.min(from + 500, captions.size()))));
    }
    return hashes;
  }
}
