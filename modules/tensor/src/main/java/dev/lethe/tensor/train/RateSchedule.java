package dev.lethe.tensor.train;

import java.util.List;

/** How the learning rate of a training falls. */
public enum RateSchedule {
  /** At milestones, as PyTorch's {@code MultiStepLR}. */
  MULTI_STEP,
  /** To 0 along half a cosine, as PyTorch's {@code CosineAnnealingLR} over all steps. */
  COSINE;

  /**
   * Returns the rate of each step.
   *
   * @param start the rate of step 0
   * @param steps the number of all steps
   * @param milestones the steps from which on the rate is lower; only of {@link #MULTI_STEP}
   * @param factor what it is multiplied by at a milestone
   */
  public LearningRate of(double start, int steps, List<Integer> milestones, double factor) {
    return switch (this) {
      case MULTI_STEP -> LearningRate.multiStep(start, milestones, factor);
      case COSINE -> LearningRate.warmUpThenCosine(start, 0, steps);
    };
  }
}
