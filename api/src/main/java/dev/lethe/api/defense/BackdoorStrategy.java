package dev.lethe.api.defense;

import dev.lethe.api.LetheException;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.verdict.Limit;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to make a model forget people. A fresh instance serves each defense of each run.
 *
 * <p>Source of the idea: Hintersdorf et al., "Defending Our Privacy With Backdoors", ECAI 2024.
 */
@ConsumerType
public interface BackdoorStrategy {

  /**
   * Says which backdoors a defense against these requests plants, without planting them; the
   * measures need this to know what the target is.
   */
  List<Trigger> triggers(List<ForgetRequest> requests);

  /** Returns what this strategy does not protect from, in the order of their weight. */
  default List<Limit> limits() {
    return List.of();
  }

  /**
   * Makes a copy of a model forget.
   *
   * @param teacher the original; it is not changed
   * @param task whom to forget, and what to keep
   * @param regularizer holds the copy near the teacher
   * @throws LetheException if the model lacks the tower this strategy works on, or the captions do
   *     not suffice
   */
  Defended defend(VisionLanguageModel teacher, DefenseTask task, Regularizer regularizer);
}
