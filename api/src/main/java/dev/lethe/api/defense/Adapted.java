package dev.lethe.api.defense;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ParameterSet;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Weights that follow from the parameters that are trained. A training step computes with the
 * effective weights and gathers their gradients; {@link #pull} turns these into gradients of what
 * is trained, an optimizer changes that, and {@link #compose} computes the weights anew.
 */
@ConsumerType
public interface Adapted {

  /**
   * Returns the effective weights that follow from what is trained: some of those that were given,
   * in their order, and the same arrays. No other weight changes, and no other needs a gradient.
   */
  ParameterSet effective();

  /**
   * Returns what an optimizer changes, and all that has to be kept to go on with a training. The
   * same object as {@link #effective()} where weights are trained as they are.
   */
  ParameterSet trained();

  /**
   * Computes the effective weights from what is trained, in place. Called after every update, and
   * where a training goes on.
   *
   * @param scope owns intermediate arrays
   */
  void compose(NDManager scope);

  /**
   * Returns the gradients of what is trained, by the chain rule.
   *
   * @param scope owns the result and intermediate arrays
   * @param gradients of the effective weights, one for each, in order; not changed
   * @return one for each trained parameter, in order
   */
  List<NDArray> pull(NDManager scope, List<NDArray> gradients);

  /**
   * Returns what there is to keep beside the weights now that training has ended, such as an
   * adapter in the format of another library. It outlives the memory that this was made in.
   */
  default List<Artifact> artifacts() {
    return List.of();
  }

  /** Returns weights that are trained as they are. */
  static Adapted full(ParameterSet weights) {
    return new Adapted() {
      @Override
      public ParameterSet effective() {
        return weights;
      }

      @Override
      public ParameterSet trained() {
        return weights;
      }

      @Override
      public void compose(NDManager scope) {}

      @Override
      public List<NDArray> pull(NDManager scope, List<NDArray> gradients) {
        return gradients;
      }
    };
  }
}
