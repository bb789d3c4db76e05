package dev.lethe.clip.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/** The part of a vocabulary that occurs in some texts. */
final class Vocabulary {
  private final long[] ids;

  private Vocabulary(long[] ids) {
    this.ids = ids;
  }

  /**
   * Gathers what occurs.
   *
   * @param texts trimmed
   * @param size the number of ids in the whole vocabulary
   */
  static Vocabulary of(Collection<int[]> texts, int size) {
    BitSet occurring = new BitSet(size);
    for (int[] text : texts) {
      for (int id : text) {
        occurring.set(id);
      }
    }
    if (occurring.isEmpty() || occurring.length() > size) {
      throw new IllegalArgumentException(
          "expected at least one text with ids below %d".formatted(size));
    }
    return new Vocabulary(occurring.stream().asLongStream().toArray());
  }

  /** Returns the ids that occur, ascending. */
  long[] ids() {
    return ids.clone();
  }

  /**
   * Replaces ids by their places among those that occur.
   *
   * @throws IllegalArgumentException if one was not announced
   */
  int[] compact(int[] text) {
    int[] places = new int[text.length];
    for (int i = 0; i < text.length; i++) {
      places[i] = Arrays.binarySearch(ids, text[i]);
      if (places[i] < 0) {
        throw new IllegalArgumentException(
            "token %d occurs in none of the texts that training was opened for".formatted(text[i]));
      }
    }
    return places;
  }
}
