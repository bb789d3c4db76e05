package dev.lethe.experiment.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.experiment.plan.Planned;
import dev.lethe.experiment.plan.PreparedExperiment;
import dev.lethe.io.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Measures models. */
final class Evaluating {
  private final PreparedExperiment plan;
  private final Models models;
  private final Chosen chosen;
  private final Map<String, AttackResult> attacksBefore;

  Evaluating(
      PreparedExperiment plan,
      Models models,
      Chosen chosen,
      Map<String, AttackResult> attacksBefore) {
    this.plan = plan;
    this.models = models;
    this.chosen = chosen;
    this.attacksBefore = attacksBefore;
  }

  /** Measures the original. */
  List<MetricValue> before(Stages stages) {
    List<MetricValue> values = new ArrayList<>();
    for (Planned<Evaluation> evaluation : plan.inputs().evaluations()) {
      values.addAll(
          stages
              .shared(
                  identity(evaluation),
                  Measurements.class,
                  () -> measure(evaluation, models.original(), false, Map.of()))
              .values());
    }
    return values;
  }

  /**
   * Measures the defended model, or the student it was trained as.
   *
   * @param discarded what the student has and the defended model does not
   */
  List<MetricValue> after(
      Stages stages, Map<String, AttackResult> attacksAfter, Map<String, float[]> discarded) {
    List<MetricValue> values = new ArrayList<>();
    for (Planned<Evaluation> evaluation : plan.inputs().evaluations()) {
      values.addAll(
          stages
              .own(
                  "after-evaluation-" + evaluation.name(),
                  Measurements.class,
                  () -> measure(evaluation, model(evaluation, discarded), true, attacksAfter))
              .values());
    }
    return values;
  }

  private VisionLanguageModel model(
      Planned<Evaluation> evaluation, Map<String, float[]> discarded) {
    Path saved = plan.layout().model();
    return evaluation.extension().ofStudent()
        ? models.student(saved, discarded)
        : models.defended(saved);
  }

  private Measurements measure(
      Planned<Evaluation> evaluation,
      VisionLanguageModel model,
      boolean defended,
      Map<String, AttackResult> attacksAfter) {
    return new Measurements(
        evaluation
            .extension()
            .evaluate(
                model,
                new EvaluationTask(
                    models.original(),
                    defended,
                    chosen.allTriggers(),
                    chosen.names(),
                    plan.inputs().heldOutCaptions(),
                    attacksBefore,
                    attacksAfter,
                    plan.context().progress())));
  }

  private String identity(Planned<Evaluation> evaluation) {
    return Identity.ofBefore(plan)
        .add(evaluation.identity())
        .add(evaluation.extension().contentHash())
        .add(Json.canonical(chosen.allTriggers()))
        .add(new TreeSet<>(chosen.names()))
        .add(plan.inputs().heldOutCaptions())
        .add(Json.canonical(attacksBefore))
        .hex();
  }
}
