package dev.lethe.api.defense;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ParameterSet;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps a student near its teacher by a penalty on its parameters. A fresh instance serves each
 * defense; several of them add up, each with its weight.
 */
@ConsumerType
public interface Regularizer {

  /**
   * Prepares for a training; called once, before the first step. Computes what the penalty needs.
   */
  default void prepare(ParameterPair start) {}

  /**
   * Adds {@code weight} times the gradient of the penalty to the gradients.
   *
   * @param manager owns intermediate arrays
   * @param pair the trained parameters and the teacher's
   * @param gradients one for each trained parameter, in order; changed in place
   * @param weight the factor of this penalty in the loss
   * @return the value of the penalty, not weighted
   */
  double accumulate(NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight);

  /**
   * How far the student is from its teacher.
   *
   * @param student the parameters being trained (those that are not frozen)
   * @param teacher the same parameters of the teacher: same order, same shapes
   */
  record ParameterPair(ParameterSet student, ParameterSet teacher) {}
}
