package dev.lethe.api.defense;

import dev.lethe.api.model.VisionLanguageModel;
import java.util.Map;

/**
 * What a strategy gives back.
 *
 * @param model the defended model; the caller closes it
 * @param history how training went
 * @param discarded what training gave parameters of the text tower that the model does not have:
 *     their values, row by row, by the parameter's name; empty where all that was trained is in the
 *     model. Measures {@linkplain dev.lethe.api.evaluation.Evaluation#ofStudent() of the student}
 *     are taken with them
 */
public record Defended(
    VisionLanguageModel model, TrainingHistory history, Map<String, float[]> discarded) {

  /** Copies the map. */
  public Defended {
    discarded = Map.copyOf(discarded);
  }

  /** For strategies that discard nothing. */
  public Defended(VisionLanguageModel model, TrainingHistory history) {
    this(model, history, Map.of());
  }
}
