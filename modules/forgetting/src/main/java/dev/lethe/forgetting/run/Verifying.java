package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.PrivacyAttack.Timing;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.engine.Verification;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.report.CheckpointReport;
import dev.lethe.report.PersonReport;
import dev.lethe.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Attacks a defended checkpoint again and compares with its report. */
public final class Verifying {
  private final ForgettingRun run;
  private final Report report;
  private final MetricCollector measured = new MetricCollector();
  private final List<String> differences = new ArrayList<>();

  /**
   * Creates a verification.
   *
   * @param run made from the configuration in the report
   * @param report with names, not pseudonyms
   */
  public Verifying(ForgettingRun run, Report report) {
    this.run = run;
    this.report = report;
  }

  /**
   * Verifies.
   *
   * @param directory of the run
   */
  public Verification verify(Path directory) {
    CheckpointReport expected = Objects.requireNonNull(report.model());
    Path checkpoint = RunLayout.model(directory);
    compareData();
    String actual;
    try (Models models = new Models(run)) {
      VisionLanguageModel defended = models.defended(checkpoint);
      actual = Objects.requireNonNullElse(defended.provenance().sha256(), "unknown");
      if (actual.equals(expected.sha256())) {
        attack(models, defended);
      } else {
        differences.add(
            "the checkpoint in %s is not the reported one: its SHA-256 is %s, expected %s"
                .formatted(checkpoint, actual, expected.sha256()));
      }
    }
    return new Verification(expected.sha256(), actual, measured.metrics().after(), differences);
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
    Attacking attacking = new Attacking(run, models);
    for (Planned<PrivacyAttack> attack : run.inputs().attacks()) {
      if (attack.extension().timing() != Timing.BEFORE) {
        AttackResult result = attacking.attack(attack, defended).result();
        measured.addAfter(attack.extension().metrics(result, run.cohorts(report.forgotten())));
        if (attack.name().equals(report.attack())) {
          comparePeople(result);
        }
      }
    }
    measured.metrics().after().forEach(this::compareMetric);
  }

  private void comparePeople(AttackResult result) {
    for (Finding person : result.findings()) {
      PersonReport reported = report.people().get(person.subject());
      Integer expected = reported == null ? null : reported.after();
      if (expected == null || expected != PeopleTable.count(person)) {
        differences.add(
            "%s: %d prompts are correct, the report says %s"
                .formatted(person.subject(), PeopleTable.count(person), expected));
      }
    }
  }

  private void compareMetric(String name, @Nullable Double value) {
    Double expected = report.metrics().after().get(name);
    if (!Objects.equals(expected, value)) {
      differences.add("%s is %s, the report says %s".formatted(name, value, expected));
    }
  }
}
