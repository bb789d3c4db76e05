package dev.lethe.clip.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** The {@code tokenizer_config.json} of a tokenizer that has none. */
public final class TokenizerConfig {
  private TokenizerConfig() {}

  /**
   * Describes a tokenizer to the transformers library, which then pads with its end token: the text
   * is read at the first of them.
   */
  public static byte[] of(TokenizerFile tokenizer, int contextLength) {
    int[] around = around(tokenizer, contextLength);
    String end = tokenizer.token(around[1]);
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("tokenizer_class", "PreTrainedTokenizerFast");
    config.put("bos_token", tokenizer.token(around[0]));
    config.put("eos_token", end);
    config.put("unk_token", end);
    config.put("pad_token", end);
    config.put("model_max_length", contextLength);
    String text = config.toPrettyString().replace(System.lineSeparator(), "\n");
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the ids of the start and the end token. */
  public static int[] around(TokenizerFile tokenizer, int contextLength) {
    try (FastTokenizer opened = FastTokenizer.open(tokenizer, Cleaning.NONE, contextLength)) {
      return opened.encode("");
    }
  }
}
