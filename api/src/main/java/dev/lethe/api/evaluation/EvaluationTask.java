package dev.lethe.api.evaluation;

import dev.lethe.api.Progress;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.defense.Trigger;
import dev.lethe.api.model.VisionLanguageModel;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an evaluation may look at.
 *
 * @param original the model before any defense
 * @param defended whether the evaluated model is a defended one; else it is the original itself
 * @param triggers the backdoors that were, or will be, planted; may be empty
 * @param forgotten the names of the people who asked to be forgotten; may be empty
 * @param captions ordinary captions that the defense does not train on; may be empty
 * @param attacksBefore what each attack found on the original, by the attack's name
 * @param attacksAfter what each attack found on the defended model; empty before
 * @param progress where to say how far it is
 */
public record EvaluationTask(
    VisionLanguageModel original,
    boolean defended,
    List<Trigger> triggers,
    Set<String> forgotten,
    List<String> captions,
    Map<String, AttackResult> attacksBefore,
    Map<String, AttackResult> attacksAfter,
    Progress progress) {

  /** Copies the collections. */
  public EvaluationTask {
    triggers = List.copyOf(triggers);
    forgotten = Set.copyOf(forgotten);
    captions = List.copyOf(captions);
    attacksBefore = Map.copyOf(attacksBefore);
    attacksAfter = Map.copyOf(attacksAfter);
  }
}
