package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.clip.text.LengthBuckets;
import dev.lethe.clip.text.TokenBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Embeds texts of any length, bucket by bucket, and puts the rows back into their order. */
final class TextForward {
  /** Bounds what the activations of one bucket take: 8 KiB a token and MLP at width 512. */
  private static final int MOST_TOKENS = 8192;

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
   * @param done is told how many texts each bucket had
   */
  NDArray embed(
      NDManager manager, List<NDArray> parameters, List<int[]> texts, Consumer<Integer> done) {
    LengthBuckets buckets = LengthBuckets.of(texts, MOST_TOKENS);
    List<NDArray> parts = new ArrayList<>();
    for (List<Integer> bucket : buckets.buckets()) {
      TokenBatch batch = TokenBatch.of(bucket.stream().map(texts::get).toList());
      parts.add(script.embed(manager, parameters, batch));
      done.accept(bucket.size());
    }
    return rows.take(manager, parts, buckets.places());
  }
}
