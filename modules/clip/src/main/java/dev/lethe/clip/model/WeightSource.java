package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Where the values of a new model come from: a file, a random generator, another model. */
public interface WeightSource {

  /**
   * Returns the values of a parameter, in memory of their own.
   *
   * @param owner owns the result
   * @param slot asked for once each, in the order of the architecture
   */
  NDArray values(NDManager owner, ParameterSpec slot);
}
