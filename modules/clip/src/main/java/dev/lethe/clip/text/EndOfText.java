package dev.lethe.clip.text;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a text ends: at the token whose state is its embedding.
 *
 * @param token the id of the end token, as the transformers library looks for it; null where the
 *     first of the highest ids is meant, as OpenCLIP and older configurations have it
 */
public record EndOfText(@Nullable Integer token) {

  /** Ends a text at the first of its highest ids. */
  public static EndOfText highest() {
    return new EndOfText(null);
  }

  /**
   * Cuts a text after its end: attention is causal, so what follows cannot change the embedding.
   *
   * @throws IllegalArgumentException if the text is empty
   */
  public int[] trim(int[] text) {
    if (text.length == 0) {
      throw new IllegalArgumentException("a text must have at least one token");
    }
    int end = end(text);
    return end == text.length - 1 ? text : Arrays.copyOf(text, end + 1);
  }

  /**
   * Without an end token the transformers library takes the first state, of a maximum over zeros.
   */
  private int end(int[] text) {
    if (token != null) {
      return IntStream.range(0, text.length).filter(i -> text[i] == token).findFirst().orElse(0);
    }
    int end = 0;
    for (int i = 1; i < text.length; i++) {
      if (text[i] > text[end]) {
        end = i;
      }
    }
    return end;
  }
}
