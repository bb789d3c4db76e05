package dev.lethe.plugin.regularizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.List;

/** The row of a comparison that the others are compared with. */
@Summary("Penalizes nothing.")
final class None implements Regularizer {

  @Inject
  None() {}

  @Override
  public double accumulate(
      NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
    return 0;
  }
}
