package dev.lethe.defense.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.tensor.train.TrainingStep;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The loss of one batch, gathered part by part. */
public final class BatchLoss {
  private final Objective objective;
  private final List<LossRow> rows;
  private final Map<LossTerm, Map<Integer, Double>> sums = new EnumMap<>(LossTerm.class);

  /** Begins with the rows of a whole batch. */
  public BatchLoss(Objective objective, List<LossRow> rows) {
    this.objective = objective;
    this.rows = rows;
  }

  /**
   * Adds the gradients and distances of some rows.
   *
   * @param part the numbers of the rows
   * @param targets what they shall be, one after another
   * @param student computes them [n, d], differentiable
   */
  public void add(
      NDManager scope, int[] part, float[] targets, Function<NDManager, NDArray> student) {
    float[] weights = new float[part.length];
    for (int i = 0; i < part.length; i++) {
      LossRow row = rows.get(part[i]);
      weights[i] = (float) (objective.weight(row.term()) / row.share());
    }
    float[] distances = objective.backward(scope, targets, weights, student);
    for (int i = 0; i < part.length; i++) {
      LossRow row = rows.get(part[i]);
      sums.computeIfAbsent(row.term(), term -> new TreeMap<>())
          .merge(row.share(), (double) distances[i], Double::sum);
    }
  }

  /** Returns the terms and their weighted sum as {@link TrainingStep#TOTAL}. */
  public Map<String, Double> losses() {
    Map<String, Double> losses = new HashMap<>();
    double total = 0;
    for (Map.Entry<LossTerm, Map<Integer, Double>> term : sums.entrySet()) {
      double mean = 0;
      for (Map.Entry<Integer, Double> sum : term.getValue().entrySet()) {
        mean += sum.getValue() / sum.getKey();
      }
      losses.put(term.getKey().key(), mean);
      total += objective.weight(term.getKey()) * mean;
    }
    losses.put(TrainingStep.TOTAL, total);
    return losses;
  }
}
