package dev.lethe.plugin.slug;

import java.util.List;

/**
 * Inputs of a tower and what they shall be embedded as.
 *
 * @param <B> a batch of the tower
 * @param parts that memory holds one at a time
 */
record Rows<B>(List<Part<B>> parts) {

  /** Returns how many rows there are. */
  int count() {
    return parts.stream().mapToInt(Part::count).sum();
  }

  /**
   * Some rows.
   *
   * @param batch the inputs
   * @param targets embeddings, one after another
   * @param count how many
   */
  record Part<B>(B batch, float[] targets, int count) {}
}
