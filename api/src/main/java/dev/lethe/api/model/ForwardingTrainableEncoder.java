package dev.lethe.api.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * A tower in training around another. A subclass overrides what it changes.
 *
 * @param <B> a batch, as the encoder takes it
 */
public abstract class ForwardingTrainableEncoder<B> implements TrainableEncoder<B> {
  private final TrainableEncoder<B> inner;

  /** Wraps a tower, which is closed with this. */
  protected ForwardingTrainableEncoder(TrainableEncoder<B> inner) {
    this.inner = inner;
  }

  @Override
  public ParameterSet parameters() {
    return inner.parameters();
  }

  @Override
  public ParameterSet restrict(ParameterSet full) {
    return inner.restrict(full);
  }

  @Override
  public NDArray forward(NDManager manager, B batch) {
    return inner.forward(manager, batch);
  }

  @Override
  public void commit(Encoder<B> encoder) {
    inner.commit(encoder);
  }

  @Override
  public void close() {
    inner.close();
  }
}
