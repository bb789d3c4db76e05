package dev.lethe.evaluation.collateral;

import dev.lethe.api.LetheException;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Model;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what an attack found before and after the defense, person by person. */
@Summary("Counts the people who were forgotten without asking for it, or recalled, by an attack.")
public final class Collateral implements Evaluation {
  private final CollateralSettings settings;

  @Inject
  Collateral(CollateralSettings settings) {
    this.settings = settings;
  }

  /** It counts what attacks found, whatever they attacked. */
  @Override
  public Requirements requires() {
    return Requirements.of(Model.class);
  }

  @Override
  public List<MetricValue> evaluate(Model model, EvaluationTask task) {
    if (task.attacks().before().isEmpty()) {
      return List.of();
    }
    AttackResult before = result(task.attacks().before());
    if (!task.defended()) {
      return List.of();
    }
    Map<String, Finding> after = new HashMap<>();
    result(task.attacks().after())
        .findings()
        .forEach(finding -> after.put(finding.subject(), finding));
    Set<String> forgotten = task.cohorts().of(Cohorts.FORGOTTEN);
    Set<String> retained = task.cohorts().of(Cohorts.RETAINED);
    ChangeCounts counts = new ChangeCounts();
    RetentionCounts others = new RetentionCounts();
    for (Finding person : before.findings()) {
      Finding later = after.get(person.subject());
      if (later != null) {
        boolean asked = forgotten.contains(person.subject());
        counts.add(asked, person.recognized(), later.recognized());
        if (!asked && !retained.contains(person.subject())) {
          others.add(person.recognized(), later.recognized());
        }
      }
    }
    List<MetricValue> values = new ArrayList<>(counts.metrics());
    if (!retained.isEmpty()) {
      values.addAll(others.metrics());
    }
    return values;
  }

  /** Also asked before the defense, so that a wrong name does not fail after hours of training. */
  private AttackResult result(Map<String, AttackResult> attacks) {
    AttackResult result = attacks.get(settings.attack());
    if (result == null) {
      throw new LetheException(
          "collateral compares attack '%s', but that did not run (attacks that did: %s)"
              .formatted(
                  settings.attack(),
                  String.join(", ", attacks.keySet().stream().sorted().toList())));
    }
    return result;
  }
}
