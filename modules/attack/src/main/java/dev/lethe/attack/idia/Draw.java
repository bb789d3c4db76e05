package dev.lethe.attack.idia;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pictures and which candidate names an attacker happens to have, of those there are.
 *
 * @param pictures of each subject, the numbers of pictures in ascending order
 * @param names numbers of names in ascending order
 */
record Draw(List<int[]> pictures, int[] names) {

  /**
   * Returns the draw of everything.
   *
   * @param counts how many pictures there are of each subject, one after another
   * @param names how many names there are
   */
  static Draw ofAll(int[] counts, int names) {
    int[] next = new int[1];
    return new Draw(
        Arrays.stream(counts)
            .mapToObj(count -> IntStream.range(next[0], next[0] += count).toArray())
            .toList(),
        IntStream.range(0, names).toArray());
  }

  /** Returns which of the names from one number to another it has, counted from the first. */
  long[] namesWithin(int from, int to) {
    return Arrays.stream(names)
        .filter(name -> from <= name && name < to)
        .mapToLong(name -> name - from)
        .toArray();
  }
}
