package dev.lethe.plugin.baselines;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.train.TrainingStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms of the loss of one step, whose gradients add up. */
final class StepLosses {
  private final NDManager memory;
  private final TrainableEncoder<List<int[]>> student;
  private final TextEncoder teacher;
  private final Likelihood likelihood;
  private final Map<String, Double> values = new HashMap<>();

  /**
   * Starts without a term.
   *
   * @param memory of the step
   */
  StepLosses(
      NDManager memory,
      TrainableEncoder<List<int[]>> student,
      TextEncoder teacher,
      Likelihood likelihood) {
    this.memory = memory;
    this.student = student;
    this.teacher = teacher;
    this.likelihood = likelihood;
  }

  /**
   * Adds the gradients of a term; without a weight, computes nothing.
   *
   * @param texts that both models read
   */
  void add(String name, double weight, List<String> texts, Term term) {
    if (weight == 0) {
      return;
    }
    List<int[]> tokens = teacher.tokenizer().encode(texts);
    double weighted =
        Autograd.backward(
            memory,
            scope -> {
              NDArray before =
                  Autograd.withoutGradients(
                      () -> teacher.forward(scope, teacher.parameters(), tokens));
              NDArray now = student.forward(scope, tokens);
              return likelihood.weighted(scope, term.loss(scope, now, before), weight);
            });
    values.put(name, weighted / weight);
    values.merge(TrainingStep.TOTAL, weighted, Double::sum);
  }

  /** Returns the loss of each term, and all of them with their weights. */
  Map<String, Double> values() {
    return values;
  }

  /** A loss of embeddings [n, d]. */
  @FunctionalInterface
  interface Term {
    NDArray loss(NDManager scope, NDArray student, NDArray teacher);
  }
}
