package dev.lethe.clip.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Tokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** HuggingFace's tokenizers behind the cleaning that OpenCLIP does. */
public final class FastTokenizer implements Tokenizer {
  /** A start, a token and an end. */
  private static final int SHORTEST = 3;

  private static final int SHOWN = 8;

  private final HuggingFaceTokenizer tokenizer;
  private final Cleaning cleaning;
  private final int contextLength;
  private final int vocabularySize;

  private FastTokenizer(
      HuggingFaceTokenizer tokenizer, Cleaning cleaning, int contextLength, int vocabularySize) {
    this.tokenizer = tokenizer;
    this.cleaning = cleaning;
    this.contextLength = contextLength;
    this.vocabularySize = vocabularySize;
  }

  /**
   * Opens a tokenizer.
   *
   * @throws LetheException if the file is not one that puts a start and an end token around a text
   */
  public static FastTokenizer open(TokenizerFile file, Cleaning cleaning, int contextLength) {
    if (contextLength < SHORTEST) {
      throw new LetheException(
          "%s: a context of %d tokens has no room for a text between its start and its end"
              .formatted(file.path(), contextLength));
    }
    Map<String, String> options =
        Map.of(
            "addSpecialTokens", "true",
            "truncation", "true",
            "maxLength", Integer.toString(contextLength),
            "padding", "false");
    FastTokenizer opened;
    try {
      opened =
          new FastTokenizer(
              HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(file.forNative()), options),
              cleaning,
              contextLength,
              file.size());
    } catch (IOException | RuntimeException e) {
      throw new LetheException(
          "%s is not a tokenizer that can be used: %s".formatted(file.path(), e.getMessage()), e);
    }
    int[] around = opened.encode("");
    if (around.length != 2 || around[1] <= around[0]) {
      opened.close();
      throw new LetheException(
          "%s: expected a start token and an end token of a higher id around a text, found %s"
              .formatted(
                  file.path(),
                  around.length > SHOWN ? around.length + " tokens" : Arrays.toString(around)));
    }
    return opened;
  }

  @Override
  public int[] encode(String text) {
    return ids(tokenizer.encode(prepared(text)));
  }

  @Override
  public List<int[]> encode(List<String> texts) {
    List<String> prepared = texts.stream().map(this::prepared).toList();
    return Arrays.stream(tokenizer.batchEncode(prepared)).map(FastTokenizer::ids).toList();
  }

  @Override
  public String plain(String text) {
    return PlainText.of(text);
  }

  @Override
  public int contextLength() {
    return contextLength;
  }

  @Override
  public int vocabularySize() {
    return vocabularySize;
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  /** Half a surrogate pair is no character; native code must not see it. */
  private String prepared(String text) {
    int[] codePoints =
        text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
            .toArray();
    return cleaning.clean(new String(codePoints, 0, codePoints.length));
  }

  private static int[] ids(Encoding encoding) {
    return Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact).toArray();
  }
}
