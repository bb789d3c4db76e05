package dev.lethe.clip.text;

import dev.lethe.io.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The ids of texts up to their end tokens, as the scripts of {@code tools/parity} write them. */
final class TokenIds {
  private TokenIds() {}

  static List<int[]> of(FastTokenizer tokenizer, List<String> texts) {
    return tokenizer.encode(texts).stream().map(EndOfText.highest()::trim).toList();
  }

  static String hash(FastTokenizer tokenizer, List<String> texts) {
    String ids =
        of(tokenizer, texts).stream()
            .map(row -> Arrays.stream(row).mapToObj(Integer::toString))
            .map(row -> row.collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n"));
    return Sha256.of(ids.getBytes(StandardCharsets.UTF_8));
  }
}
