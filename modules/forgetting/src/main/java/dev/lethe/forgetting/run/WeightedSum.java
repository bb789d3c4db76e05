package dev.lethe.forgetting.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.forgetting.plan.PlannedDefense.Weighted;
import java.util.List;

/** Regularizers that add up, each with its own factor: sum over i of beta_i * R_i. */
record WeightedSum(List<Weighted> terms) implements Regularizer {

  @Override
  public void prepare(Start start) {
    terms.forEach(term -> term.regularizer().extension().prepare(start));
  }

  @Override
  public double accumulate(
      NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
    double sum = 0;
    for (Weighted term : terms) {
      Regularizer regularizer = term.regularizer().extension();
      double beta = term.weight();
      sum += beta * regularizer.accumulate(manager, pair, gradients, weight * beta);
    }
    return sum;
  }
}
