package dev.lethe.clip.text;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What open_clip and transformers made of texts that are hard to clean and to tokenize; made by
 * {@code tools/parity/clip_tokenizer.py}.
 *
 * @param captions hashes of the ids of each 500 COCO captions
 * @param texts the hard texts
 */
record HostileTexts(Captions captions, List<Text> texts) {
  /** open_clip does not see an end token that follows a punctuation mark. */
  static final String UNSEEN_END = "[\\p{Punct}\\u2013\\u2014\\u2018-\\u201d\\u2026]<end_of_text>";

  static HostileTexts read() throws IOException {
    try (InputStream file =
            HostileTexts.class.getResourceAsStream("/parity/hostile-texts.json.gz");
        InputStream json = new GZIPInputStream(file)) {
      return new JsonMapper().readValue(json, HostileTexts.class);
    }
  }

  /** Returns the texts that ftfy would not decode anew. */
  List<Text> wellDecoded() {
    return texts.stream().filter(text -> !text.mojibake()).toList();
  }

  record Captions(List<String> openClip, List<String> huggingFace) {}

  /**
   * A text.
   *
   * @param text as a user gives it
   * @param mojibake whether ftfy takes it for wrongly decoded, which Lethe does not repair
   * @param whitespace what open_clip's cleaning of that name makes of it
   * @param lower what open_clip's cleaning of that name makes of it
   * @param openClip the hash of the ids that open_clip's own tokenizer gives
   * @param huggingFace the hash of the ids that open_clip takes from transformers' tokenizer
   */
  record Text(
      String text,
      boolean mojibake,
      String whitespace,
      String lower,
      String openClip,
      String huggingFace) {}
}
