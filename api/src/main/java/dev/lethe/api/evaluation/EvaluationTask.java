package dev.lethe.api.evaluation;

import dev.lethe.api.Progress;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.model.Model;
import java.util.List;

/**
 * What an evaluation may look at. A task is begun with {@link #of} and completed part by part.
 *
 * @param original the model before any defense
 * @param defended whether the evaluated model is a defended one; else it is the original itself
 * @param backdoors that were, or will be, planted; may be empty
 * @param cohorts groups of people, such as those who asked to be forgotten
 * @param data what to measure with; may be empty
 * @param attacks what attacks found
 * @param progress where to say how far it is
 */
public record EvaluationTask(
    Model original,
    boolean defended,
    List<Backdoor> backdoors,
    Cohorts cohorts,
    EvaluationData data,
    AttackResults attacks,
    Progress progress) {

  /** Copies the lists. */
  public EvaluationTask {
    backdoors = List.copyOf(backdoors);
  }

  /** Returns the task to measure the original, with nothing else to look at. */
  public static EvaluationTask of(Model original) {
    return new EvaluationTask(
        original,
        false,
        List.of(),
        Cohorts.none(),
        EvaluationData.none(),
        AttackResults.none(),
        Progress.silent());
  }

  /** Returns this task for a defended model. */
  public EvaluationTask ofDefended() {
    return new EvaluationTask(original, true, backdoors, cohorts, data, attacks, progress);
  }

  /** Returns this task with other backdoors. */
  public EvaluationTask withBackdoors(List<Backdoor> others) {
    return new EvaluationTask(original, defended, others, cohorts, data, attacks, progress);
  }

  /** Returns this task with other data. */
  public EvaluationTask with(EvaluationData others) {
    return new EvaluationTask(original, defended, backdoors, cohorts, others, attacks, progress);
  }

  /** Returns this task with other groups of people. */
  public EvaluationTask with(Cohorts others) {
    return new EvaluationTask(original, defended, backdoors, others, data, attacks, progress);
  }

  /** Returns this task with other results of attacks. */
  public EvaluationTask with(AttackResults others) {
    return new EvaluationTask(original, defended, backdoors, cohorts, data, others, progress);
  }

  /** Returns this task with another progress. */
  public EvaluationTask with(Progress other) {
    return new EvaluationTask(original, defended, backdoors, cohorts, data, attacks, other);
  }
}
