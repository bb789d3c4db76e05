package dev.lethe.api.defense;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ParameterSet;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps a student near its teacher by a penalty on its effective weights: those it computes with,
 * whatever they are made of. A strategy that trains something else, such as the two factors of a
 * low-rank change, gives the weights that follow from it, and passes the gradients on by the chain
 * rule. A fresh instance serves each defense; several of them add up, each with its weight.
 */
@ConsumerType
public interface Regularizer {

  /**
   * Prepares for a training; called once, before the first step, also where a training that was
   * killed goes on: with the student as it was at first. Computes what the penalty needs.
   */
  default void prepare(Start start) {}

  /**
   * Adds {@code weight} times the gradient of the penalty to the gradients.
   *
   * @param manager owns intermediate arrays
   * @param pair the effective weights of student and teacher
   * @param gradients with respect to the student's weights, one for each, in order; changed in
   *     place. They are the arrays in which automatic differentiation gathers them: what a backward
   *     pass through {@link Probe#student} gives is added to them by itself
   * @param weight the factor of this penalty in the loss
   * @return the value of the penalty, not weighted
   */
  double accumulate(NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight);

  /** Returns the regularizer that penalizes nothing. */
  static Regularizer none() {
    return (manager, pair, gradients, weight) -> 0;
  }

  /**
   * What is compared.
   *
   * @param student the effective weights that training changes (those that are not frozen)
   * @param teacher the same of the teacher: same order, same names, same shapes
   */
  record ParameterPair(ParameterSet student, ParameterSet teacher) {}

  /**
   * What there is when a training starts.
   *
   * @param memory owns what a penalty keeps; closed when training has ended
   * @param pair what will be compared in every step, in the same arrays; the student's require
   *     gradients, which are thrown away after {@link #prepare}
   * @param probe what student and teacher make of the data that the student shall keep; open until
   *     training has ended
   */
  record Start(NDManager memory, ParameterPair pair, Probe probe) {}
}
