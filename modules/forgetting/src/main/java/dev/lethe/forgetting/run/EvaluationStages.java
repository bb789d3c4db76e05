package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.evaluation.AttackResults;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.method.Need;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.recipe.Stage;
import dev.lethe.forgetting.plan.PlannedData;
import dev.lethe.io.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Measures models. */
final class EvaluationStages {
  private final ForgettingRun run;
  private final Models models;
  private final ForgetSelection chosen;
  private final Map<String, AttackResult> attacksBefore;

  EvaluationStages(
      ForgettingRun run,
      Models models,
      ForgetSelection chosen,
      Map<String, AttackResult> attacksBefore) {
    this.run = run;
    this.models = models;
    this.chosen = chosen;
    this.attacksBefore = attacksBefore;
  }

  /** Measures the original. */
  List<MetricValue> before() {
    List<MetricValue> values = new ArrayList<>();
    for (Planned<Evaluation> evaluation : run.inputs().evaluations()) {
      values.addAll(
          run.stages()
              .result(
                  Stage.shared(
                      identity(evaluation),
                      Measurements.class,
                      () -> measure(evaluation, models.original(), false, Map.of())))
              .values());
    }
    return values;
  }

  /**
   * Measures the defended model, or the student it was trained as.
   *
   * @param discarded what the student has and the defended model does not
   */
  List<MetricValue> after(Map<String, AttackResult> attacksAfter, Map<String, float[]> discarded) {
    List<MetricValue> values = new ArrayList<>();
    for (Planned<Evaluation> evaluation : run.inputs().evaluations()) {
      values.addAll(
          run.stages()
              .result(
                  Stage.own(
                      "after-evaluation-" + evaluation.name(),
                      Measurements.class,
                      () -> measure(evaluation, model(evaluation, discarded), true, attacksAfter)))
              .values());
    }
    return values;
  }

  private VisionLanguageModel model(
      Planned<Evaluation> evaluation, Map<String, float[]> discarded) {
    Path saved = run.layout().model();
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
                    chosen.allBackdoors(),
                    run.cohorts(chosen.names()),
                    MethodData.evaluation(run.inputs(), evaluation.extension().requires()),
                    new AttackResults(attacksBefore, attacksAfter),
                    run.context().progress())));
  }

  private static String identity(Backdoor backdoor) {
    return String.join(
        "\0",
        backdoor.person(),
        backdoor.trigger().getClass().getName(),
        backdoor.trigger().identity(),
        backdoor.target().getClass().getName(),
        backdoor.target().identity());
  }

  /** Which pictures are held out follows from them, the share and the seed. */
  private String images(PlannedData data) {
    return "%s %d".formatted(data.contentHashes().get("images"), data.heldOutImages().size());
  }

  private String identity(Planned<Evaluation> evaluation) {
    PlannedData data = run.inputs().data();
    Set<Need> needs = evaluation.extension().requires().needs();
    return Identity.ofBefore(run)
        .add(evaluation.identity())
        .add(evaluation.extension().contentHash())
        .add(chosen.allBackdoors().stream().map(EvaluationStages::identity).toList())
        .add(new TreeSet<>(chosen.names()))
        .add(needs.contains(Need.CAPTIONS) ? data.heldOutCaptions() : List.of())
        .add(needs.contains(Need.IMAGES) ? images(data) : "")
        .add(new TreeSet<>(run.cohorts(chosen.names()).of(Cohorts.RETAINED)))
        .add(Json.canonical(attacksBefore))
        .hex();
  }

  /**
   * The result of an evaluation, as a file holds it.
   *
   * @param values what was measured
   */
  record Measurements(List<MetricValue> values) {

    Measurements {
      values = List.copyOf(values);
    }
  }
}
