package dev.lethe.tensor.train;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a training does, apart from its loss.
 *
 * @param name what a progress bar says: {@code forgetting}
 * @param steps the number of updates, at least 1
 * @param learningRate of each step
 * @param weightDecay of AdamW, not negative
 * @param state where to save how far training is, or null
 */
public record TrainingPlan(
    String name, int steps, LearningRate learningRate, double weightDecay, @Nullable State state) {

  /** Checks the numbers. */
  public TrainingPlan {
    if (steps < 1 || !(weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "expected at least 1 step and a weight decay of at least 0, found %d and %s"
              .formatted(steps, weightDecay));
    }
  }

  /**
   * Where a training that is killed finds itself again.
   *
   * @param file appears whole or not at all; it holds no text of {@code fingerprint}, and stays
   *     when training is done
   * @param every the number of steps between two writes, at least 1
   * @param fingerprint names what decides the result (seed, settings, data); a file with another
   *     fingerprint, or of other values to start from, is not taken
   */
  public record State(Path file, int every, String fingerprint) {

    /** Checks the number. */
    public State {
      if (every < 1) {
        throw new IllegalArgumentException("every must be at least 1 (got " + every + ")");
      }
    }
  }
}
