package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/** How a training reads texts. */
interface TextReading {

  /** Cuts a text or fills it up, to the tokens that are read. */
  int[] prepare(int[] text);

  /**
   * Computes a row for each text; differentiable.
   *
   * @param manager owns the result and every intermediate array
   * @param texts prepared
   */
  NDArray read(NDManager manager, List<NDArray> parameters, List<int[]> texts);
}
