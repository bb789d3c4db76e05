package dev.lethe.plugin.regularizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.List;

/**
 * {@code Omega(p') = sum_l f^(L + 1 - l) ||p'_l - p_l||^2} over layers l: 0 is what comes before
 * the blocks, 1 to L are the blocks, L + 1 is what follows them. Its gradient is {@code 2 f^(L + 1
 * - l) (p'_l - p_l)}.
 *
 * <p>Source of the idea, for learning rates: Howard and Ruder, "Universal Language Model
 * Fine-tuning for Text Classification", ACL 2018, section 3.2, "discriminative fine-tuning".
 */
@Summary("Squared L2 distance of the student's parameters to the teacher's, weighted by layer.")
final class LayerWise implements Regularizer {
  private final LayerWiseSettings settings;

  @Inject
  LayerWise(LayerWiseSettings settings) {
    this.settings = settings;
  }

  @Override
  public double accumulate(
      NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
    int blocks =
        pair.student().list().stream().mapToInt(each -> each.info().layer() + 1).max().orElse(0);
    return new SquaredDistance(
            parameter -> StrictMath.pow(settings.factor(), blocks + 1 - layer(parameter, blocks)))
        .accumulate(pair, gradients, weight);
  }

  private static int layer(ParameterInfo info, int blocks) {
    if (info.layer() >= 0) {
      return info.layer() + 1;
    }
    return switch (info.role()) {
      case TOKEN_EMBEDDING, POSITION_EMBEDDING, CLASS_EMBEDDING, PATCH_EMBEDDING, CONVOLUTION -> 0;
      default -> blocks + 1;
    };
  }
}
