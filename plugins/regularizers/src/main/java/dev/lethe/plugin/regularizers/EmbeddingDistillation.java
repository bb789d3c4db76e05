package dev.lethe.plugin.regularizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Probe;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.plugin.Summary;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.loss.DistanceLoss;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code Omega = mean_i d(M'(c_i), M(c_i))} over the ordinary captions or pictures c_i of a step.
 * Unlike the utility loss of a backdoor, which is a cosine, it can hold the lengths of embeddings
 * too.
 *
 * <p>Source: Li and Hoiem, "Learning without Forgetting", ECCV 2016, with embeddings instead of
 * outputs; Hinton et al., "Distilling the Knowledge in a Neural Network", 2015.
 */
@Summary("Distance of the student's embeddings of ordinary data to the teacher's.")
final class EmbeddingDistillation implements Regularizer {
  private final EmbeddingDistillationSettings settings;
  private @Nullable Probe probe;
  private @Nullable DistanceLoss distance;

  @Inject
  EmbeddingDistillation(EmbeddingDistillationSettings settings) {
    this.settings = settings;
  }

  @Override
  public void prepare(Start start) {
    probe = start.probe();
    distance = DistanceLoss.compile(start.memory(), settings.distance());
  }

  @Override
  public double accumulate(
      NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
    Probe shown = probe;
    DistanceLoss loss = distance;
    if (shown == null || loss == null) {
      throw new IllegalStateException("prepare has not been called");
    }
    int[] rows = shown.step();
    double sum = 0;
    for (int from = 0; from < rows.length; from += shown.most()) {
      int[] part = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + shown.most()));
      float[] weights = new float[part.length];
      Arrays.fill(weights, (float) (weight / rows.length));
      double[] own = new double[1];
      Autograd.backward(
          manager,
          scope -> {
            NDArray teacher = shown.teacher(scope, part);
            NDArray student = shown.student(scope, part);
            DistanceLoss.Value value = loss.of(scope, student, teacher, scope.create(weights));
            for (float row : value.rows().toFloatArray()) {
              own[0] += row;
            }
            return value.loss();
          });
      sum += own[0];
    }
    return rows.length == 0 ? 0 : sum / rows.length;
  }
}
