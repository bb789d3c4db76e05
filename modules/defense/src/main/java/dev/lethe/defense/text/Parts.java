package dev.lethe.defense.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Splits a batch into parts that memory holds; the sum of the parts' weighted losses is the loss of
 * the whole batch. Neighbours in dictionary order share a part: texts that begin alike are less
 * work together.
 */
final class Parts {
  private Parts() {}

  /**
   * Returns the numbers of the texts in parts.
   *
   * @param texts tokens of each, at least one text
   * @param mostTokens the most tokens of a part, unless one text has more
   */
  static List<int[]> of(List<int[]> texts, int mostTokens) {
    Integer[] sorted = new Integer[texts.size()];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(sorted, Comparator.comparing(texts::get, Arrays::compare));
    List<int[]> parts = new ArrayList<>();
    List<Integer> part = new ArrayList<>();
    int tokens = 0;
    for (int text : sorted) {
      int length = texts.get(text).length;
      if (!part.isEmpty() && tokens + length > mostTokens) {
        parts.add(part.stream().mapToInt(Integer::intValue).toArray());
        part.clear();
        tokens = 0;
      }
      part.add(text);
      tokens += length;
    }
    parts.add(part.stream().mapToInt(Integer::intValue).toArray());
    return parts;
  }
}
