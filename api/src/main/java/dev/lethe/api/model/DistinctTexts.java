package dev.lethe.api.model;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Texts as a model reads them. Those of equal token ids are one text to it, however they are
 * spelled, and so are those that differ only behind the end of the context.
 */
public final class DistinctTexts {
  private final Tokenizer tokenizer;
  private final List<String> texts;
  private final Map<IntBuffer, Integer> numbers;
  private final int[] places;

  private DistinctTexts(
      Tokenizer tokenizer, List<String> texts, Map<IntBuffer, Integer> numbers, int[] places) {
    this.tokenizer = tokenizer;
    this.texts = List.copyOf(texts);
    this.numbers = numbers;
    this.places = places;
  }

  /**
   * Reads texts.
   *
   * @param tokenizer of the model; must stay open
   */
  public static DistinctTexts of(Tokenizer tokenizer, List<String> texts) {
    List<int[]> ids = tokenizer.encode(texts);
    List<String> distinct = new ArrayList<>();
    Map<IntBuffer, Integer> numbers = new HashMap<>();
    int[] places = new int[texts.size()];
    for (int i = 0; i < places.length; i++) {
      Integer known = numbers.putIfAbsent(IntBuffer.wrap(ids.get(i)), distinct.size());
      places[i] = known == null ? distinct.size() : known;
      if (known == null) {
        distinct.add(texts.get(i));
      }
    }
    return new DistinctTexts(tokenizer, distinct, numbers, places);
  }

  /** Returns each text once, spelled as where it came first, in the order of the given texts. */
  public List<String> texts() {
    return texts;
  }

  /** Returns, for each given text, its place in {@link #texts}. */
  public int[] places() {
    return places.clone();
  }

  /** Returns where a text stands in {@link #texts}, spelled in any way; empty if it does not. */
  public OptionalInt find(String text) {
    Integer place = numbers.get(IntBuffer.wrap(tokenizer.encode(text)));
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }
}
