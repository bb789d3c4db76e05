package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.clip.text.TokenForest;
import dev.lethe.clip.text.TokenTree;
import dev.lethe.clip.text.TreeBounds;
import dev.lethe.tensor.memory.ChunkSize;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Embeds texts of any length, tree by tree, and puts the rows back into their order. */
final class TextForward {
  /**
   * The most tokens of a tree's texts for each of its nodes. Attention reads texts one by one, so
   * where they share much, it is these that take memory.
   */
  private static final int READS = 8;

  private final TextScript script;
  private final RowScript rows;
  private final TreeBounds bounds;

  TextForward(TextScript script, RowScript rows, TreeBounds bounds) {
    this.script = script;
    this.rows = rows;
    this.bounds = bounds;
  }

  /** Bounds trees by their nodes. */
  static TreeBounds bounds(int mostNodes, DeviceBatchLimits saturation) {
    return new TreeBounds(mostNodes, READS * mostNodes, saturation.padding());
  }

  /**
   * Returns what a node of a tree takes without gradients: in a block its input, the norm's output
   * and q, k, v; and for each token that is read q, k, v, and attention's result three times. The
   * MLP, which follows, takes less.
   */
  static ChunkSize nodes(TextArchitecture text, DeviceBatchLimits saturation) {
    long width = text.transformer().width();
    long each = (long) (Float.BYTES * width * (5 + 6 * (1 + saturation.padding()) * READS));
    return new ChunkSize("one text at a time beside the models", 0, each, text.contextLength());
  }

  /**
   * Computes embeddings [n, d]; differentiable.
   *
   * @param manager owns the result and every intermediate array
   * @param texts trimmed
   */
  NDArray embed(NDManager manager, List<NDArray> parameters, List<int[]> texts) {
    TokenForest forest = forest(texts);
    List<NDArray> parts = new ArrayList<>();
    for (TokenTree tree : forest.trees()) {
      parts.add(script.embed(manager, parameters, tree));
    }
    return rows.take(manager, parts, forest.places());
  }

  /**
   * Computes embeddings [n, d] without gradients; beside them, memory holds what one tree takes.
   *
   * @param manager owns the result
   * @param texts trimmed
   * @param d the size of an embedding
   * @param done is told how many texts each tree had
   */
  NDArray encode(
      NDManager manager,
      List<NDArray> parameters,
      List<int[]> texts,
      int d,
      Consumer<Integer> done) {
    TokenForest forest = forest(texts);
    long[] textOfPlace = new long[texts.size()];
    for (int text = 0; text < textOfPlace.length; text++) {
      textOfPlace[(int) forest.places()[text]] = text;
    }
    NDArray embeddings = manager.create(new Shape(texts.size(), d));
    int place = 0;
    for (TokenTree tree : forest.trees()) {
      int next = place + tree.ends().length;
      try (NDManager step = manager.newSubManager()) {
        NDArray part = script.embed(step, parameters, tree);
        rows.put(step, embeddings, Arrays.copyOfRange(textOfPlace, place, next), part);
      }
      done.accept(next - place);
      place = next;
    }
    return embeddings;
  }

  private TokenForest forest(List<int[]> texts) {
    return TokenForest.of(texts, bounds);
  }
}
