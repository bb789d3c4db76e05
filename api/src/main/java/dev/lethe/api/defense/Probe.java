package dev.lethe.api.defense;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets a penalty look at what a student and its teacher make of the data that the student shall
 * keep: ordinary captions or pictures, as the training draws them. Each draw of the whole training
 * is a row, so that what is drawn twice is two rows.
 */
@ProviderType
public interface Probe {

  /** Returns the number of rows; they are counted from 0. */
  int rows();

  /**
   * Returns the rows that the present step reads; none before the first step. A penalty that takes
   * its rows from here takes the same ones where a training was killed and goes on.
   */
  int[] step();

  /** Returns how many rows memory holds at a time where gradients are recorded, at least 1. */
  int most();

  /**
   * Computes what the student makes of rows with its effective weights as they are now.
   * Differentiable: inside a loss given to {@code dev.lethe.tensor.Autograd#backward}, the gradient
   * of every weight of {@link Regularizer.ParameterPair#student()} gathers in its array.
   *
   * @param manager owns the result and every intermediate array
   * @param rows their numbers, at least one
   * @return [n, d], not normalized
   */
  NDArray student(NDManager manager, int... rows);

  /**
   * Returns what the teacher makes of rows, without gradients.
   *
   * @param manager owns the result
   * @param rows their numbers, at least one
   * @return [n, d], not normalized
   */
  NDArray teacher(NDManager manager, int... rows);
}
