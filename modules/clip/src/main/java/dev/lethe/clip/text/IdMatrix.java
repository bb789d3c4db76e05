package dev.lethe.clip.text;

import java.util.Arrays;
import java.util.List;

/**
 * Lists of ids of different lengths as one matrix.
 *
 * @param rows the number of lists
 * @param length the number of ids in a row
 * @param ids [rows, length] row by row, filled up
 */
public record IdMatrix(int rows, int length, long[] ids) {

  /** Joins lists, filled up with 0 to the length of the longest. */
  public static IdMatrix of(List<int[]> lists) {
    return of(lists, lists.stream().mapToInt(list -> list.length).max().orElseThrow(), 0);
  }

  /**
   * Joins lists.
   *
   * @param length of every row, at least that of the longest list
   * @param filler the id that follows the end of a shorter list
   */
  public static IdMatrix of(List<int[]> lists, int length, int filler) {
    long[] ids = new long[lists.size() * length];
    Arrays.fill(ids, filler);
    for (int row = 0; row < lists.size(); row++) {
      int[] list = lists.get(row);
      for (int i = 0; i < list.length; i++) {
        ids[row * length + i] = list[i];
      }
    }
    return new IdMatrix(lists.size(), length, ids);
  }
}
