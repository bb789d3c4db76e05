package dev.lethe.defense.text;

import java.util.Arrays;
import java.util.List;

/** The prefixes of texts, which is what a tower computes with: one that texts share once. */
final class SharedPrefixes {
  private SharedPrefixes() {}

  /**
   * Counts different prefixes, of one token and more.
   *
   * @param texts tokens of each
   */
  static int count(List<int[]> texts) {
    int count = 0;
    int[] before = {};
    for (int[] text : texts.stream().sorted(Arrays::compare).toList()) {
      int differs = Arrays.mismatch(before, text);
      count += differs < 0 ? 0 : text.length - differs;
      before = text;
    }
    return count;
  }
}
