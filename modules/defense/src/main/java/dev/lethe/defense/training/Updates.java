package dev.lethe.defense.training;

import dev.lethe.api.settings.Check;
import dev.lethe.tensor.train.LearningRate;
import dev.lethe.tensor.train.RateSchedule;
import dev.lethe.tensor.train.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The updates of a training by AdamW.
 *
 * @param steps how many there are
 * @param learningRate at the start
 * @param schedule how it falls
 * @param milestones the steps from which on it is lower, in rising order
 * @param decay what it is multiplied by at a milestone
 */
public record Updates(
    int steps, double learningRate, RateSchedule schedule, List<Integer> milestones, double decay) {
  private static final int STEPS_BETWEEN_SAVES = 50;

  /** Checks the values, for settings of these names. */
  public Updates {
    Check.between("steps", steps, 1, 100_000);
    Check.positive("learning-rate", learningRate, 1);
    milestones = List.copyOf(milestones);
    for (int i = 0; i < milestones.size(); i++) {
      int milestone = milestones.get(i);
      if (milestone < 1 || (i > 0 && milestone <= milestones.get(i - 1))) {
        throw new IllegalArgumentException(
            "milestones must be at least 1 and rising (got " + milestones + ")");
      }
    }
    Check.between("decay", decay, 0, 1);
  }

  /**
   * Plans a training.
   *
   * @param folder where a training that is killed finds itself again, if there is one
   * @param fingerprint names what decides the result
   */
  public TrainingPlan plan(@Nullable Path folder, String fingerprint) {
    TrainingPlan.State state =
        folder == null
            ? null
            : new TrainingPlan.State(
                folder.resolve("training.state"), STEPS_BETWEEN_SAVES, fingerprint);
    LearningRate rate = schedule.of(learningRate, steps, milestones, decay);
    return new TrainingPlan("forgetting", steps, rate, 0, state);
  }
}
