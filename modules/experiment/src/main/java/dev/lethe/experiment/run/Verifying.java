package dev.lethe.experiment.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.PersonOutcome;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.PrivacyAttack.Timing;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.experiment.Verification;
import dev.lethe.experiment.plan.Planned;
import dev.lethe.experiment.plan.PreparedExperiment;
import dev.lethe.report.CheckpointReport;
import dev.lethe.report.PersonReport;
import dev.lethe.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Attacks a defended checkpoint again and compares with its report. */
public final class Verifying {
  private final PreparedExperiment plan;
  private final Report report;
  private final MetricCollector measured = new MetricCollector();
  private final List<String> differences = new ArrayList<>();

  /**
   * Creates a verification.
   *
   * @param plan made from the configuration in the report
   * @param report with names, not pseudonyms
   */
  public Verifying(PreparedExperiment plan, Report report) {
    this.plan = plan;
    this.report = report;
  }

  /**
   * Verifies.
   *
   * @param checkpoint the folder of the defended checkpoint
   * @param expected what the report says of it
   */
  public Verification verify(Path checkpoint, CheckpointReport expected) {
    compareData();
    String actual;
    try (Models models = new Models(plan)) {
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
    Map<String, String> now = plan.inputs().dataHashes();
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
    for (Planned<PrivacyAttack> attack : plan.inputs().attacks()) {
      if (attack.extension().timing() != Timing.BEFORE) {
        AttackResult result =
            attack
                .extension()
                .attack(
                    defended,
                    new AttackTask(
                        plan.inputs().audience().subjects(),
                        plan.inputs().audience().candidates(),
                        models.original(),
                        plan.context().progress()));
        measured.addAfter(attack.extension().metrics(result, new HashSet<>(report.forgotten())));
        if (attack.name().equals(report.attack())) {
          comparePeople(result);
        }
      }
    }
    measured.metrics().after().forEach(this::compareMetric);
  }

  private void comparePeople(AttackResult result) {
    for (PersonOutcome person : result.people()) {
      PersonReport reported = report.people().get(person.name());
      Integer expected = reported == null ? null : reported.after();
      if (expected == null || expected != person.correct()) {
        differences.add(
            "%s: %d prompts are correct, the report says %s"
                .formatted(person.name(), person.correct(), expected));
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
