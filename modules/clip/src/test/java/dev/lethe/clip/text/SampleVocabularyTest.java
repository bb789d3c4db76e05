package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The ids of open_clip and transformers with a small vocabulary in CLIP's format, so that parity is
 * tested where CLIP's own is not at hand; made by {@code tools/parity/clip_tokenizer_sample.py}.
 */
class SampleVocabularyTest {
  private static final Path PARITY = Path.of("src/test/resources/parity");

  private final HostileTexts hostile;
  private final Sample sample;

  SampleVocabularyTest() throws IOException {
    hostile = HostileTexts.read();
    try (InputStream file = getClass().getResourceAsStream("/parity/sample-ids.json.gz");
        InputStream json = new GZIPInputStream(file)) {
      sample = new JsonMapper().readValue(json, Sample.class);
    }
  }

  @Test
  void captionsGetTheIdsOfOpenClip() {
    try (FastTokenizer tokenizer = openClip()) {
      assertThat(TokenIds.of(tokenizer, sample.captions()))
          .containsExactlyElementsOf(sample.openClip().ids());
    }
  }

  @Test
  void captionsGetTheIdsOfTransformers() {
    try (FastTokenizer tokenizer = huggingFace()) {
      assertThat(TokenIds.of(tokenizer, sample.captions()))
          .containsExactlyElementsOf(sample.huggingFace().ids());
    }
  }

  @Test
  void hostileTextsGetTheIdsOfOpenClip() {
    try (FastTokenizer tokenizer = openClip()) {
      assertThat(different(tokenizer, sample.openClip().hostile()))
          .hasSizeLessThanOrEqualTo(11)
          .allSatisfy(text -> assertThat(text).containsPattern(HostileTexts.UNSEEN_END));
    }
  }

  @Test
  void hostileTextsGetTheIdsOfTransformers() {
    try (FastTokenizer tokenizer = huggingFace()) {
      assertThat(different(tokenizer, sample.huggingFace().hostile())).isEmpty();
    }
  }

  private List<String> different(FastTokenizer tokenizer, List<String> hashes) {
    assertThat(hashes).hasSameSizeAs(hostile.texts());
    List<String> different = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      HostileTexts.Text text = hostile.texts().get(i);
      if (!text.mojibake()
          && !TokenIds.hash(tokenizer, List.of(text.text())).startsWith(hashes.get(i))) {
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
    ClipVocabulary vocabulary = ClipVocabulary.ofMerges(PARITY.resolve("sample-vocabulary.txt.gz"));
    return FastTokenizer.open(vocabulary.tokenizer(kind), cleaning, 77);
  }

  /**
   * What the script wrote.
   *
   * @param captions texts that were written for the sample
   */
  record Sample(List<String> captions, Expected openClip, Expected huggingFace) {}

  /**
   * What a library gave.
   *
   * @param ids of each caption, up to its end token
   * @param hostile the beginning of the hash of the ids of each hostile text
   */
  record Expected(List<int[]> ids, List<String> hostile) {}
}
