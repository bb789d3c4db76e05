package dev.lethe.defense.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Splits a batch into parts that memory holds; the sum of the parts' weighted losses is the loss of
 * the whole batch. Neighbors in dictionary order share a part: texts that begin alike are less work
 * together.
 *
 * @param tokens how many tokens of a text are computed with
 * @param mostTokens the most tokens of a part, unless one text has more
 */
record MicroBatches(ToIntFunction<int[]> tokens, int mostTokens) {

  /** Returns how many of these texts always fit a part, at least 1. */
  int texts(List<int[]> texts) {
    int longest = texts.stream().mapToInt(tokens).max().orElse(1);
    return Math.max(1, mostTokens / longest);
  }

  /**
   * Returns the numbers of the texts in parts.
   *
   * @param texts tokens of each, at least one text
   */
  List<int[]> of(List<int[]> texts) {
    Integer[] sorted = new Integer[texts.size()];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(sorted, Comparator.comparing(texts::get, Arrays::compare));
    List<int[]> parts = new ArrayList<>();
    List<Integer> part = new ArrayList<>();
    int taken = 0;
    for (int text : sorted) {
      int length = tokens.applyAsInt(texts.get(text));
      if (!part.isEmpty() && taken + length > mostTokens) {
        parts.add(part.stream().mapToInt(Integer::intValue).toArray());
        part.clear();
        taken = 0;
      }
      part.add(text);
      taken += length;
    }
    parts.add(part.stream().mapToInt(Integer::intValue).toArray());
    return parts;
  }
}
