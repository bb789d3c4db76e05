package dev.lethe.clip.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Any number of texts as trees of bounded size.
 *
 * @param trees each of texts that are neighbors in dictionary order, so that they share much
 * @param places for each text the place of its end when the ends of all trees stand one after
 *     another
 */
public record TokenForest(List<TokenTree> trees, long[] places) {

  /**
   * Sorts texts into trees.
   *
   * @param texts trimmed, at least one
   * @param bounds of each tree
   */
  public static TokenForest of(List<int[]> texts, TreeBounds bounds) {
    List<Integer> sorted =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparing(texts::get, Arrays::compare))
            .toList();
    long[] places = new long[sorted.size()];
    List<TokenTree> trees = new ArrayList<>();
    List<int[]> tree = new ArrayList<>();
    int nodes = 0;
    int reads = 0;
    for (int place = 0; place < sorted.size(); place++) {
      int[] text = texts.get(sorted.get(place));
      places[sorted.get(place)] = place;
      int added =
          tree.isEmpty()
              ? text.length
              : text.length - TokenTree.sharedPrefix(tree.get(tree.size() - 1), text);
      boolean full = nodes + added > bounds.nodes() || reads + text.length > bounds.reads();
      if (!tree.isEmpty() && full) {
        trees.add(TokenTree.of(tree, bounds.padding()));
        tree = new ArrayList<>();
        nodes = 0;
        reads = 0;
        added = text.length;
      }
      tree.add(text);
      nodes += added;
      reads += text.length;
    }
    trees.add(TokenTree.of(tree, bounds.padding()));
    return new TokenForest(List.copyOf(trees), places);
  }
}
