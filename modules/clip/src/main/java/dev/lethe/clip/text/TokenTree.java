package dev.lethe.clip.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts as a tree of tokens: those that begin alike share the nodes of their common beginning.
 * Attention is causal, so the state of a token depends on nothing but the path that leads to it,
 * and computing one state for each node is exact. What is not shared is not padded either; only
 * attention itself reads the texts one by one.
 *
 * @param ids the token of each node
 * @param positions the place of each node in its texts, from 0
 * @param readings every text that is not the beginning of another, as a row of nodes; rows of
 *     similar length share a matrix, whose filler no attention of a text can see
 * @param picks for each node one of its places when the elements of the readings stand one after
 *     another
 * @param ends the last node of each text
 */
public record TokenTree(
    long[] ids, long[] positions, List<IdMatrix> readings, long[] picks, long[] ends) {
  private static final int NOWHERE = -1;

  /**
   * Builds the tree of some texts.
   *
   * @param texts trimmed, at least one, in dictionary order
   * @param padding as in {@link TreeBounds}
   */
  static TokenTree of(List<int[]> texts, double padding) {
    List<int[]> paths = new ArrayList<>(texts.size());
    int nodes = 0;
    int[] before = {};
    for (int i = 0; i < texts.size(); i++) {
      int[] text = texts.get(i);
      int[] path = new int[text.length];
      int shared = i == 0 ? 0 : sharedPrefix(texts.get(i - 1), text);
      System.arraycopy(before, 0, path, 0, shared);
      for (int place = shared; place < text.length; place++) {
        path[place] = nodes++;
      }
      paths.add(path);
      before = path;
    }
    long[] ids = new long[nodes];
    long[] positions = new long[nodes];
    for (int i = 0; i < paths.size(); i++) {
      int[] path = paths.get(i);
      for (int place = 0; place < path.length; place++) {
        ids[path[place]] = texts.get(i)[place];
        positions[path[place]] = place;
      }
    }
    List<IdMatrix> readings = readings(paths, padding);
    long[] ends = paths.stream().mapToLong(path -> path[path.length - 1]).toArray();
    return new TokenTree(ids, positions, readings, picks(readings, nodes), ends);
  }

  /** Returns how many tokens two texts have in common from the start. */
  static int sharedPrefix(int[] one, int[] other) {
    int difference = Arrays.mismatch(one, other);
    return difference < 0 ? one.length : difference;
  }

  /** Returns for each text the place that picks give to its last node. */
  public long[] endPicks() {
    return Arrays.stream(ends).map(node -> picks[(int) node]).toArray();
  }

  private static List<IdMatrix> readings(List<int[]> paths, double padding) {
    List<int[]> whole = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      int[] path = paths.get(i);
      boolean continued =
          i + 1 < paths.size() && sharedPrefix(path, paths.get(i + 1)) == path.length;
      if (!continued) {
        whole.add(path);
      }
    }
    return LengthBuckets.of(whole, padding).stream()
        .map(bucket -> IdMatrix.of(bucket.stream().map(whole::get).toList()))
        .toList();
  }

  private static long[] picks(List<IdMatrix> readings, int nodes) {
    long[] picks = new long[nodes];
    Arrays.fill(picks, NOWHERE);
    long place = 0;
    for (IdMatrix reading : readings) {
      for (int element = 0; element < reading.ids().length; element++, place++) {
        int node = (int) reading.ids()[element];
        // filler is node 0, the first of a row; further on in a row it is not read as that
        boolean filler = node == 0 && element % reading.length() != 0;
        if (!filler && picks[node] == NOWHERE) {
          picks[node] = place;
        }
      }
    }
    return picks;
  }
}
