package dev.lethe.tensor.train;

import java.util.List;

/** The learning rate of each step. */
@FunctionalInterface
public interface LearningRate {

  /** Returns the rate of a step, counted from 0. */
  double at(int step);

  /** Stays the same. */
  static LearningRate constant(double rate) {
    return step -> rate;
  }

  /**
   * Falls at milestones, as PyTorch's {@code MultiStepLR}.
   *
   * @param start the rate of step 0
   * @param milestones each multiplies the rate of its own and all later steps by {@code factor}
   */
  static LearningRate multiStep(double start, List<Integer> milestones, double factor) {
    List<Integer> copy = List.copyOf(milestones);
    return step -> {
      long passed = copy.stream().filter(milestone -> milestone <= step).count();
      return start * StrictMath.pow(factor, passed);
    };
  }

  /**
   * Rises linearly, then falls to 0 along half a cosine.
   *
   * @param peak the highest rate, of the last step of the rise
   * @param rise the number of steps of the rise, from 0 to {@code steps}
   * @param steps the number of all steps
   */
  static LearningRate warmUpThenCosine(double peak, int rise, int steps) {
    if (rise < 0 || rise > steps) {
      throw new IllegalArgumentException(
          "a rise must be between 0 and %d steps (got %d)".formatted(steps, rise));
    }
    return step ->
        step < rise
            ? peak * (step + 1) / rise
            : peak / 2 * (1 + StrictMath.cos(Math.PI * (step - rise) / (steps - rise)));
  }
}
