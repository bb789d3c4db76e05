package dev.lethe.tensor.statistics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;

/** Embeddings brought to length 1, so that their dot products are cosines. */
public final class UnitLength {
  private UnitLength() {}

  /**
   * Divides each embedding by its length.
   *
   * @param owner owns the result
   * @param embeddings [n, d]
   * @throws LetheException if one of them is no number, or nothing but zeros
   */
  public static NDArray of(NDManager owner, NDArray embeddings) {
    try (NDArray norms = embeddings.norm(new int[] {1}, true)) {
      NDArray unit = embeddings.div(norms);
      unit.attach(owner);
      try (NDArray marks = unit.isNaN();
          NDArray invalid = marks.any()) {
        if (invalid.getBoolean()) {
          throw new LetheException(
              "the model gives embeddings that are not numbers: its weights are damaged");
        }
      }
      return unit;
    }
  }
}
