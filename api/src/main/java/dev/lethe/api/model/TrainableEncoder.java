package dev.lethe.api.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * A tower opened for training. Hides what makes training fast: batches are trimmed after the end
 * token, and rows of the vocabulary that never occur are left out.
 *
 * @param <B> a batch, as the encoder takes it
 */
public interface TrainableEncoder<B> extends AutoCloseable {

  /**
   * Returns the parameters being trained, in new memory and initialized from the encoder. Which of
   * them require a gradient is for the trainer to say. What no gradient trains, {@link
   * ParameterRole#NORM_STATISTIC}, is not among them.
   */
  ParameterSet parameters();

  /**
   * Restricts parameters of the same architecture to what is trained here, so that they can be
   * compared with {@link #parameters()} tensor by tensor.
   *
   * @param full parameters as {@link Encoder#parameters()} gives them, such as the teacher's
   * @return tensors of the same shapes as {@link #parameters()}; owned by this object
   */
  ParameterSet restrict(ParameterSet full);

  /**
   * Computes embeddings with the parameters being trained. Differentiable.
   *
   * @return unnormalized embeddings [n, d]
   */
  NDArray forward(NDManager manager, B batch);

  /**
   * Writes the trained values into an encoder.
   *
   * @param encoder the one this was opened from, or a copy of it
   */
  void commit(Encoder<B> encoder);

  @Override
  void close();
}
