package dev.lethe.tensor.train;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Map;

/**
 * What a training computes in each step. Where it draws by chance, the draw depends on the number
 * of the step alone, so that a resumed training draws the same.
 */
@FunctionalInterface
public interface TrainingStep {

  /** The key of the sum that is minimized, among the terms of a loss. */
  String TOTAL = "total";

  /**
   * Prepares, with the weights that training starts from, also where a training that was killed
   * goes on. Called once, before everything else. Gradients are set to zero after it.
   *
   * @param memory owns what is kept; closed when training has ended
   */
  default void prepare(NDManager memory) {}

  /**
   * Takes the memory that the largest step takes, before the first: what does not fit fails at
   * once, and smaller steps find their room where it is asked for anew. Gradients are set to zero
   * after it. Does nothing where that is not worth a step.
   *
   * @param scope owns what is computed; closed after it
   */
  default void rehearse(NDManager scope) {}

  /**
   * Computes the loss and its gradients, as {@link dev.lethe.tensor.Autograd#backward} does;
   * several calls of it add up.
   *
   * @param scope owns what the step computes; closed after the update
   * @param step counted from 0
   * @return the terms of the loss and their weighted sum as {@link #TOTAL}
   */
  Map<String, Double> backward(NDManager scope, int step);

  /**
   * Changes the gradients in place before the update, for terms whose gradient is known.
   *
   * @param scope as above
   * @param gradients one for each effective weight, in order
   * @param losses what {@link #backward} gave
   * @return the terms of the loss with those added here
   */
  default Map<String, Double> adjust(
      NDManager scope, NDList gradients, Map<String, Double> losses) {
    return losses;
  }
}
