package dev.lethe.defense.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.defense.Probe;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.defense.Regularizer.Start;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.loss.DistanceLoss;
import dev.lethe.tensor.train.TrainingStep;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a training minimizes: the weighted sum of terms, each a mean of the student's distances from
 * what rows shall be, and the regularizer.
 *
 * <p>Rows of a batch are read in parts, whose gradients add up. A row weighs the weight of its term
 * divided by its share, which makes it the loss of the whole batch.
 */
public final class Objective {
  private final Map<LossTerm, Double> weights;
  private final DistanceLoss distance;
  private final Regularizer regularizer;
  private final ParameterPair pair;

  /**
   * Puts a loss together.
   *
   * @param weights of all terms that rows belong to
   */
  public Objective(
      Map<LossTerm, Double> weights,
      DistanceLoss distance,
      Regularizer regularizer,
      ParameterPair pair) {
    this.weights = Map.copyOf(weights);
    this.distance = distance;
    this.regularizer = regularizer;
    this.pair = pair;
  }

  double weight(LossTerm term) {
    return weights.get(term);
  }

  /**
   * Adds the gradients of some rows.
   *
   * @param targets what the rows shall be, one after another
   * @param rowWeights of each row
   * @param student computes the rows [n, d], differentiable
   * @return the distance of each row
   */
  public float[] backward(
      NDManager scope, float[] targets, float[] rowWeights, Function<NDManager, NDArray> student) {
    int n = rowWeights.length;
    float[][] distances = new float[1][];
    Autograd.backward(
        scope,
        manager -> {
          NDArray target = manager.create(targets, new Shape(n, targets.length / n));
          NDArray rows = student.apply(manager);
          DistanceLoss.Value value = distance.of(manager, rows, target, manager.create(rowWeights));
          distances[0] = value.rows().toFloatArray();
          return value.loss();
        });
    return distances[0];
  }

  /**
   * Prepares the regularizer.
   *
   * @param memory owns what it keeps
   * @param probe lets it look at what the student shall keep
   */
  public void prepare(NDManager memory, Probe probe) {
    regularizer.prepare(new Start(memory, pair, probe));
  }

  /** Adds the regularizer to the gradients and to the losses. */
  public Map<String, Double> regularize(
      NDManager scope, NDList gradients, Map<String, Double> losses) {
    double penalty = regularizer.accumulate(scope, pair, gradients, 1);
    Map<String, Double> all = new HashMap<>(losses);
    all.put("regularizer", penalty);
    all.merge(TrainingStep.TOTAL, penalty, Double::sum);
    return all;
  }
}
