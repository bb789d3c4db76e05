package dev.lethe.plugin.regularizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.List;

/**
 * {@code Omega(p') = sum ||p' - p||^2} over all parameter tensors p' of the student and p of the
 * teacher; its gradient is {@code 2 (p' - p)}. Unlike {@code weight-norm} it is smooth where the
 * student is the teacher, and pulls harder the farther a parameter drifts.
 *
 * <p>Source: Li et al., "Explicit Inductive Bias for Transfer Learning with Convolutional
 * Networks", ICML 2018, equation 5, of which the weight here is alpha / 2.
 */
@Summary("Squared L2 distance of the student's parameters to the teacher's.")
final class L2Sp implements Regularizer {
  private final L2SpSettings settings;

  @Inject
  L2Sp(L2SpSettings settings) {
    this.settings = settings;
  }

  @Override
  public double accumulate(
      NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
    double scale = settings.mean() ? 1.0 / pair.student().count() : 1;
    return new SquaredDistance(parameter -> scale).accumulate(pair, gradients, weight);
  }
}
