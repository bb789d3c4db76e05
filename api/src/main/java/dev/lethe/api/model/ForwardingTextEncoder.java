package dev.lethe.api.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import java.util.Collection;
import java.util.List;

/** A text tower around another. A subclass overrides what it changes. */
public abstract class ForwardingTextEncoder implements TextEncoder {
  private final TextEncoder inner;

  /** Wraps a tower, which is closed with this. */
  protected ForwardingTextEncoder(TextEncoder inner) {
    this.inner = inner;
  }

  /** Returns the tower inside. */
  protected final TextEncoder inner() {
    return inner;
  }

  @Override
  public Component component() {
    return inner.component();
  }

  @Override
  public int dimension() {
    return inner.dimension();
  }

  @Override
  public ParameterSet parameters() {
    return inner.parameters();
  }

  @Override
  public Tokenizer tokenizer() {
    return inner.tokenizer();
  }

  @Override
  public NDArray forward(NDManager manager, ParameterSet parameters, List<int[]> batch) {
    return inner.forward(manager, parameters, batch);
  }

  @Override
  public NDArray encode(NDManager manager, List<String> texts, Progress progress) {
    return inner.encode(manager, texts, progress);
  }

  @Override
  public NDArray hiddenStates(NDManager manager, ParameterSet parameters, List<int[]> batch) {
    return inner.hiddenStates(manager, parameters, batch);
  }

  @Override
  public EndStates endStates(NDManager manager, String matrix, List<int[]> batch) {
    return inner.endStates(manager, matrix, batch);
  }

  @Override
  public TrainableEncoder<List<int[]>> trainable(Collection<int[]> occurring) {
    return inner.trainable(occurring);
  }

  @Override
  public TrainableEncoder<List<int[]>> trainableStates(Collection<int[]> occurring) {
    return inner.trainableStates(occurring);
  }

  @Override
  public void close() {
    inner.close();
  }
}
