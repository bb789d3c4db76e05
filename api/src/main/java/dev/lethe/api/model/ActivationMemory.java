package dev.lethe.api.model;

import dev.lethe.api.LetheException;
import dev.lethe.api.settings.ByteSize;

/**
 * How much a model may take while it computes without gradients, beside its parameters, what it was
 * given and what it gives. It is a rule and no number, because what is left for activations depends
 * on the size of the model, which is known only when it is read.
 */
@FunctionalInterface
public interface ActivationMemory {

  /**
   * Returns what activations may take.
   *
   * @param parameters what all parameters of the model take
   * @throws LetheException if such a model leaves nothing
   */
  ByteSize beside(ByteSize parameters);

  /** Bounds nothing: a chunk is as large as keeps the device busy. */
  static ActivationMemory unbounded() {
    return parameters -> new ByteSize(Long.MAX_VALUE);
  }
}
