package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.engine.recipe.Stage;
import dev.lethe.forgetting.finding.EmbeddingMap;
import dev.lethe.report.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries a run out: attack, choose, defend, attack again, evaluate. */
public final class Forgetting {
  private final ForgettingRun run;

  /** Creates what carries a run out. */
  public Forgetting(ForgettingRun run) {
    this.run = run;
  }

  /** Runs the stages that are not done yet. */
  public ForgettingResults results() {
    try (Models models = new Models(run)) {
      Origin origin = run.stages().result(Stage.own("origin", Origin.class, () -> origin(models)));
      Findings findings = findings(models);
      return new ForgettingResults(
          run,
          findings,
          origin.warnings(),
          run.stages().provenance(origin.source()).costing(DefenseCosts.of(findings.defenses())));
    }
  }

  private Findings findings(Models models) {
    AttackStages attacks = new AttackStages(run, models);
    Map<String, Attacked> attacksBefore = attacks.before();
    Map<String, AttackResult> foundBefore = results(attacksBefore);
    ChosenPeople people =
        run.stages()
            .result(
                Stage.own(
                    "chosen", ChosenPeople.class, () -> PeopleChoice.people(run, foundBefore)));
    ForgetSelection chosen = PeopleChoice.choose(run, people);
    EvaluationStages evaluations = new EvaluationStages(run, models, chosen, foundBefore);
    List<MetricValue> measuredBefore = evaluations.before();
    List<DefenseOutcome> defenses = new DefenseStages(run, models, chosen).defend();
    boolean audit = defenses.isEmpty();
    Map<String, Attacked> attacksAfter = audit ? Map.of() : attacks.after();
    List<MetricValue> measuredAfter =
        audit
            ? List.of()
            : evaluations.after(
                results(attacksAfter), defenses.get(defenses.size() - 1).discarded());
    return new Findings(
        chosen,
        attacksBefore,
        attacksAfter,
        measuredBefore,
        measuredAfter,
        defenses,
        map(models, chosen),
        faces(models, chosen));
  }

  private static Map<String, AttackResult> results(Map<String, Attacked> attacks) {
    Map<String, AttackResult> results = new LinkedHashMap<>();
    attacks.forEach((name, attacked) -> results.put(name, attacked.result()));
    return results;
  }

  private @Nullable EmbeddingMap map(Models models, ForgetSelection chosen) {
    if (chosen.requests().isEmpty() && run.inputs().audience().isEmpty()) {
      return null;
    }
    return run.stages()
        .result(
            Stage.own(
                "embedding-map",
                EmbeddingMap.class,
                () -> new EmbeddingMaps(run, models, chosen).names()));
  }

  private @Nullable EmbeddingMap faces(Models models, ForgetSelection chosen) {
    boolean changed =
        run.inputs().defenses().stream()
            .map(defense -> defense.strategy().extension().requires())
            .anyMatch(requirements -> requirements.components().contains(Component.IMAGE));
    return changed && !run.inputs().audience().isEmpty()
        ? run.stages()
            .result(
                Stage.own(
                    "face-map",
                    EmbeddingMap.class,
                    () -> new EmbeddingMaps(run, models, chosen).faces()))
        : null;
  }

  /** Before hours are spent on an attack, strategies say whether they can work on the model. */
  private Origin origin(Models models) {
    VisionLanguageModel model = models.original();
    run.inputs().defenses().forEach(each -> each.strategy().extension().check(model));
    ModelProvenance original = model.provenance();
    return new Origin(
        new Provenance.Source(
            run.inputs().model().path().toString(), original.format(), original.sha256()),
        models.warnings());
  }

  /**
   * Where the original model came from.
   *
   * @param source its checkpoint
   * @param warnings what is suspicious about it, a sentence each
   */
  record Origin(Provenance.Source source, List<String> warnings) {}
}
