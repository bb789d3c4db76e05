package dev.lethe.api.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * One tower of a model. Owns native memory; not safe for use by several threads.
 *
 * @param <B> a batch: {@code List<int[]>} of token ids for text, an {@link NDArray} [n, 3, height,
 *     width] of normalized pixels for images
 */
public interface Encoder<B> extends AutoCloseable {

  /** Returns which part of a model this is. */
  Component component();

  /** Returns d, the size of an embedding. */
  int dimension();

  /**
   * Returns all that this tower computes with, in the order of its architecture: what can be
   * trained and the statistics of its norms.
   */
  ParameterSet parameters();

  /**
   * Computes embeddings with the given parameters. Differentiable: inside a gradient collector the
   * graph reaches every parameter that requires a gradient.
   *
   * @param manager owns the result and every intermediate array
   * @param parameters tensors of this architecture, such as {@link #parameters()}
   * @param batch at least one sample
   * @return unnormalized embeddings [n, d]
   */
  NDArray forward(NDManager manager, ParameterSet parameters, B batch);

  @Override
  void close();
}
