package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.clip.text.TokenForest;
import dev.lethe.clip.text.TokenTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Embeds texts of any length, tree by tree, and puts the rows back into their order. */
final class TextForward {
  /**
   * Bounds what the activations of a tree take: some 100 KiB a node and layer at width 512 where
   * gradients are recorded. Larger trees are no faster: their activations leave the cache.
   */
  private static final int MOST_NODES = 1024;

  private final TextScript script;
  private final RowScript rows;

  TextForward(TextScript script, RowScript rows) {
    this.script = script;
    this.rows = rows;
  }

  /**
   * Computes embeddings [n, d]; differentiable.
   *
   * @param manager owns the result and every intermediate array
   * @param texts trimmed
   * @param done is told how many texts each tree had
   */
  NDArray embed(
      NDManager manager, List<NDArray> parameters, List<int[]> texts, Consumer<Integer> done) {
    TokenForest forest = TokenForest.of(texts, MOST_NODES);
    List<NDArray> parts = new ArrayList<>();
    for (TokenTree tree : forest.trees()) {
      parts.add(script.embed(manager, parameters, tree));
      done.accept(tree.ends().length);
    }
    return rows.take(manager, parts, forest.places());
  }
}
