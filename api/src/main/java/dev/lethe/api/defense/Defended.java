package dev.lethe.api.defense;

import dev.lethe.api.model.Model;
import java.util.List;
import java.util.Map;

/**
 * What a strategy gives back.
 *
 * @param model the defended model, which may be of a class of the strategy's own, such as a wrapper
 *     around the original; the caller closes it
 * @param history how training went; without steps where nothing was trained, as by an edit in
 *     closed form
 * @param artifacts what is kept beside the model, each with a name of its own
 * @param discarded what training gave parameters of the text tower that the model does not have:
 *     their values, row by row, by the parameter's name; empty where all that was trained is in the
 *     model. Measures {@linkplain dev.lethe.api.evaluation.Evaluation#ofStudent() of the student}
 *     are taken with them
 */
public record Defended(
    Model model,
    TrainingHistory history,
    List<Artifact> artifacts,
    Map<String, float[]> discarded) {

  /** Copies the collections. */
  public Defended {
    artifacts = List.copyOf(artifacts);
    discarded = Map.copyOf(discarded);
    if (artifacts.stream().map(Artifact::name).distinct().count() < artifacts.size()) {
      throw new IllegalArgumentException("two artifacts have one name");
    }
  }

  /** For strategies that train and leave nothing but the model. */
  public Defended(Model model, TrainingHistory history) {
    this(model, history, List.of(), Map.of());
  }

  /** For strategies that train nothing. */
  public Defended(Model model) {
    this(model, TrainingHistory.none());
  }

  /** Returns this with other artifacts. */
  public Defended with(List<Artifact> others) {
    return new Defended(model, history, others, discarded);
  }
}
