package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenizerParityTest {
  private static final Path DATA = Path.of("../../../shared/data").toAbsolutePath().normalize();
  private static final Path MERGES = DATA.resolve("clip-bpe-vocab-16e6.txt.gz");
  private static final Path CAPTIONS = DATA.resolve("coco-captions-10000.txt");

  private final HostileTexts expected;

  TokenizerParityTest() throws IOException {
    expected = HostileTexts.read();
  }

  @BeforeEach
  void needTheVocabulary() {
    assumeTrue(Files.exists(MERGES), () -> "CLIP's vocabulary is not there: " + MERGES);
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
      // open_clip does not see an end token that follows a punctuation mark
      assertThat(different(tokenizer, HostileTexts.Text::openClip))
          .hasSizeLessThanOrEqualTo(11)
          .allSatisfy(
              text ->
                  assertThat(text)
                      .containsPattern(
                          "[\\p{Punct}\\u2013\\u2014\\u2018-\\u201d\\u2026]<end_of_text>"));
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
      if (!hash(tokenizer, List.of(text.text())).startsWith(hash.apply(text))) {
        different.add(text.text());
      }
    }
    return different;
  }

  private static FastTokenizer openClip() {
    return open(TokenizerKind.OPEN_CLIP, Cleaning.LOWER);
  }

  private static FastTokenizer huggingFace() {
    return open(TokenizerKind.HUGGING_FACE, Cleaning.WHITESPACE);
  }

  private static FastTokenizer open(TokenizerKind kind, Cleaning cleaning) {
    return FastTokenizer.open(ClipVocabulary.ofMerges(MERGES).tokenizer(kind), cleaning, 77);
  }

  private static List<String> captionHashes(FastTokenizer tokenizer) throws IOException {
    assumeTrue(Files.exists(CAPTIONS), () -> "the captions are not there: " + CAPTIONS);
    List<String> captions = Files.readAllLines(CAPTIONS);
    List<String> hashes = new ArrayList<>();
    for (int from = 0; from < captions.size(); from += 500) {
      hashes.add(hash(tokenizer, captions.subList(from, Math.min(from + 500, captions.size()))));
    }
    return hashes;
  }

  private static String hash(FastTokenizer tokenizer, List<String> texts) {
    String ids =
        tokenizer.encode(texts).stream()
            .map(EndOfText.highest()::trim)
            .map(row -> Arrays.stream(row).mapToObj(Integer::toString))
            .map(row -> row.collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n"));
    return Sha256.of(ids.getBytes(StandardCharsets.UTF_8));
  }
}
