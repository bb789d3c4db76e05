package dev.lethe.attack.change;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Evidence;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An attack without pictures: whose name moved more than names of nobody did? */
final class ChangeOfNames implements PrivacyAttack {

  /** A name alone is evidence enough. */
  record NameAlone() implements Evidence {}

  private static final Metric CHANGED =
      new Metric(
          "change.forgotten",
          Metric.Unit.COUNT,
          Metric.Direction.LOWER,
          "People who asked to be forgotten whose names moved more than names of nobody.");

  private final RunContext run;

  ChangeOfNames(RunContext run) {
    this.run = run;
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT)
        .and(Need.NAMES, Need.ORIGINAL);
  }

  @Override
  public AttackResult attack(Model attacked, AttackTask task) {
    TextEncoder now = attacked.as(VisionLanguageModel.class).text();
    TextEncoder then = task.knowledge().original().as(VisionLanguageModel.class).text();
    double usual = change(now, then, task.knowledge().names(20));
    List<Finding> findings = new ArrayList<>();
    for (Subject subject : task.subjects()) {
      subject.evidence(NameAlone.class);
      double score = change(now, then, List.of(subject.name())) - usual;
      findings.add(new Finding(subject.name(), subject.member(), score, score > 0));
    }
    return new AttackResult(findings);
  }

  @Override
  public List<MetricValue> metrics(AttackResult result, Cohorts cohorts) {
    Set<String> forgotten = cohorts.of(Cohorts.FORGOTTEN);
    return List.of(
        MetricValue.of(
            CHANGED,
            result.findings().stream()
                .filter(each -> each.recognized() && forgotten.contains(each.subject()))
                .count()));
  }

  private double change(TextEncoder now, TextEncoder then, List<String> names) {
    try (NDManager scope = run.manager().newSubManager()) {
      NDArray difference =
          now.encode(scope, names, Progress.silent())
              .sub(then.encode(scope, names, Progress.silent()));
      return difference.square().mean().getFloat();
    }
  }
}
