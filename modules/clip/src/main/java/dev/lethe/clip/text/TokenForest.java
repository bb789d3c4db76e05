package dev.lethe.clip.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Any number of texts as trees of bounded size.
 *
 * @param trees each of texts that are neighbours in dictionary order, so that they share much
 * @param places for each text the place of its end when the ends of all trees stand one after
 *     another
 */
public record TokenForest(List<TokenTree> trees, long[] places) {

  /**
   * Sorts texts into trees.
   *
   * @param texts trimmed, at least one
   * @param mostNodes the most nodes of a tree, unless one text has more
   * @param mostReads the most tokens of a tree's texts, shared ones counted for each, unless one
   *     text has more
   */
  public static TokenForest of(List<int[]> texts, int mostNodes, int mostReads) {
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
              : text.length - TokenTree.sharedBeginning(tree.get(tree.size() - 1), text);
      boolean full = nodes + added > mostNodes || reads + text.length > mostReads;
      if (!tree.isEmpty() && full) {
        trees.add(TokenTree.of(tree));
        tree = new ArrayList<>();
        nodes = 0;
        reads = 0;
        added = text.length;
      }
      tree.add(text);
      nodes += added;
      reads += text.length;
    }
    trees.add(TokenTree.of(tree));
    return new TokenForest(List.copyOf(trees), places);
  }
}
