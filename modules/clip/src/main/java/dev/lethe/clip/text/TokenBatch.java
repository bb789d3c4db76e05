package dev.lethe.clip.text;

import java.util.Arrays;
import java.util.List;

/**
 * Texts of similar length as one matrix of ids.
 *
 * @param rows the number of texts
 * @param length the number of tokens in a row
 * @param ids [rows, length] row by row, filled up: attention is causal, so what follows the end of
 *     a text cannot change its embedding
 * @param ends for each text the index in {@code ids} of the token whose state is its embedding
 */
public record TokenBatch(int rows, int length, long[] ids, long[] ends) {

  /** Joins texts that {@link EndOfText#trim} has cut. */
  public static TokenBatch of(List<int[]> texts) {
    return of(texts, texts.stream().mapToInt(text -> text.length).max().orElseThrow(), 0);
  }

  /**
   * Joins texts.
   *
   * @param length of every row, at least that of the longest text
   * @param filler the id that follows the end of a shorter text
   */
  public static TokenBatch of(List<int[]> texts, int length, int filler) {
    long[] ids = new long[texts.size() * length];
    Arrays.fill(ids, filler);
    long[] ends = new long[texts.size()];
    for (int row = 0; row < texts.size(); row++) {
      int[] text = texts.get(row);
      for (int i = 0; i < text.length; i++) {
        ids[row * length + i] = text[i];
      }
      ends[row] = (long) row * length + text.length - 1;
    }
    return new TokenBatch(texts.size(), length, ids, ends);
  }
}
