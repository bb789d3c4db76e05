package dev.lethe.api.defense;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.settings.ByteSize;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How the weights of a training are made trainable: all of them as they are, or by fewer parameters
 * from which they follow, such as the two factors of a low-rank change. Works on <em>effective
 * weights</em>, those a model computes with, so that any training can use it, whatever its model
 * and its loss are. A fresh instance serves each training.
 */
@ConsumerType
public interface Adaptation {

  /**
   * Makes weights trainable.
   *
   * @param memory owns what is made; closed when training has ended
   * @param weights as {@code student} the weights that training may change, which a model computes
   *     with; as {@code teacher} what they start from, which stays as it is while training lasts.
   *     Both hold the same values now
   * @throws LetheException if there is nothing among them that this adapts
   */
  Adapted adapt(NDManager memory, ParameterPair weights);

  /**
   * Returns how much of it is trained, roughly, where weights of a tower are made trainable: for
   * the estimate of a plan, before any model is read.
   *
   * @param weights the size of the weights
   */
  default ByteSize trained(ByteSize weights) {
    return weights;
  }

  /** Returns the adaptation that trains every weight as it is. */
  static Adaptation full() {
    return (memory, weights) -> Adapted.full(weights.student());
  }
}
