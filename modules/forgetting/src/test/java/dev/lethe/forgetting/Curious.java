package dev.lethe.forgetting;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.attack.Knowledge;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Model;
import dev.lethe.api.panel.TextPanel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.Setting;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An attack that takes all there is to know, and counts it. */
@Summary("Takes all there is to know, and counts it.")
final class Curious implements PrivacyAttack {
  private static final int NAMES = 500;
  private final CuriousSettings settings;

  /** Settings of {@link Curious}. */
  public record CuriousSettings(
      @Setting(value = "Whether it says what it takes.", defaultValue = "true") boolean says) {}

  @Inject
  Curious(CuriousSettings settings) {
    this.settings = settings;
  }

  @Override
  public Requirements requires() {
    Requirements nothing = Requirements.of(Model.class);
    return settings.says()
        ? nothing.and(Need.CAPTIONS, Need.NAMES, Need.CANDIDATES, Need.ORIGINAL)
        : nothing;
  }

  @Override
  public AttackResult attack(Model model, AttackTask task) {
    Knowledge knowledge = task.knowledge();
    boolean apart = Collections.disjoint(knowledge.names(NAMES), knowledge.candidates());
    boolean prefix = knowledge.names(5).equals(knowledge.names(NAMES).subList(0, 5));
    boolean alike = knowledge.original().components().equals(model.components());
    int known = apart && prefix && alike ? knowledge.captions().size() : -1;
    List<Finding> findings = new ArrayList<>();
    task.subjects().forEach(s -> findings.add(new Finding(s.name(), s.member(), known, true)));
    TextPanel panel = new TextPanel("Curiosity", "Everything was asked for.", true);
    return new AttackResult(findings, List.of(panel));
  }

  @Override
  public List<MetricValue> metrics(AttackResult result, Cohorts cohorts) {
    List<MetricValue> values = new ArrayList<>();
    values.add(count("captions", (int) result.findings().get(0).score()));
    for (String cohort : List.of(Cohorts.FORGOTTEN, Cohorts.MEMBERS, Cohorts.NON_MEMBERS)) {
      Set<String> people = cohorts.of(cohort);
      values.add(count(cohort, people.size()));
    }
    return values;
  }

  private static MetricValue count(String what, int count) {
    Metric metric =
        new Metric(
            "curious." + what.toLowerCase(Locale.ROOT),
            Metric.Unit.COUNT,
            Metric.Direction.NEITHER,
            "How many there are.");
    return MetricValue.of(metric, count);
  }
}
