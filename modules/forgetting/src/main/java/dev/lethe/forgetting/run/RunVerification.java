package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.PrivacyAttack.Timing;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.engine.Verification;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.report.Metrics;
import dev.lethe.report.Report;
import dev.lethe.report.figures.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Attacks a defended checkpoint again and compares with its report. */
public final class RunVerification {
  private final ForgettingRun run;
  private final Report report;
  private final ForgettingFacts facts;
  private final MetricCollector measured = new MetricCollector();
  private final List<String> differences = new ArrayList<>();

  /**
   * Creates a verification.
   *
   * @param run made from the configuration in the report
   * @param report with names, not pseudonyms
   */
  public RunVerification(ForgettingRun run, Report report) {
    this.run = run;
    this.report = report;
    facts = report.section(ForgettingFacts.SECTION, ForgettingFacts.class);
  }

  /**
   * Verifies.
   *
   * @param directory of the run
   */
  public Verification verify(Path directory) {
    String expected = Objects.requireNonNull(report.checkpoint().orElseThrow().sha256());
    Path checkpoint = RunLayout.model(directory);
    compareData();
    String actual;
    try (Models models = new Models(run)) {
      VisionLanguageModel defended = models.defended(checkpoint);
      actual = Objects.requireNonNullElse(defended.provenance().sha256(), "unknown");
      if (actual.equals(expected)) {
        attack(models, defended);
      } else {
        differences.add(
            "the checkpoint in %s is not the reported one: its SHA-256 is %s, expected %s"
                .formatted(checkpoint, actual, expected));
      }
    }
    return new Verification(expected, actual, measured.metrics().after(), differences);
  }

  private void compareData() {
    Map<String, String> now = run.inputs().dataHashes();
    report
        .provenance()
        .data()
        .forEach(
            (place, hash) -> {
              if (!hash.equals(now.get(place))) {
                differences.add("the data of " + place + " are not those of the report");
              }
            });
  }

  private void attack(Models models, VisionLanguageModel defended) {
    AttackStages attacking = new AttackStages(run, models);
    for (Planned<PrivacyAttack> attack : run.inputs().attacks()) {
      if (attack.extension().timing() != Timing.BEFORE) {
        AttackResult result = attacking.attack(attack, defended).result();
        measured.addAfter(attack.extension().metrics(result, run.cohorts(facts.forgotten())));
        if (attack.name().equals(facts.attack())) {
          comparePeople(result);
        }
      }
    }
    measured.metrics().after().forEach(this::compareMetric);
  }

  private void comparePeople(AttackResult result) {
    for (Finding person : result.findings()) {
      PersonFacts reported = facts.people().get(person.subject());
      Double expected = reported == null ? null : reported.after();
      if (expected == null || expected != person.score()) {
        differences.add(
            "%s: the score is %s, the report says %s"
                .formatted(
                    person.subject(),
                    Numbers.plain(person.score()),
                    expected == null ? "nothing" : Numbers.plain(expected)));
      }
    }
  }

  private void compareMetric(String name, @Nullable Double value) {
    if (Metrics.isCount(name) && !report.metrics().after().containsKey(name)) {
      return; // a report of before counts were told
    }
    Double expected = report.metrics().after().get(name);
    if (!Objects.equals(expected, value)) {
      differences.add("%s is %s, the report says %s".formatted(name, value, expected));
    }
  }
}
