package dev.lethe.experiment.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.experiment.report.DefenseReport;
import dev.lethe.experiment.report.Metrics;
import dev.lethe.experiment.report.PersonReport;
import dev.lethe.experiment.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final PersonReport FORGOTTEN = forgotten(true, false);
  private static final PersonReport STILL_FOUND = forgotten(true, true);
  private static final PersonReport NEVER_FOUND = forgotten(false, false);
  private static final PersonReport KEPT = other(true);
  private static final PersonReport LOST = other(false);

  @Test
  void whoIsNotFoundAnyMoreIsForgotten() {
    var verdict = verdict(0.90, 0.89, FORGOTTEN, FORGOTTEN, KEPT);
    assertThat(verdict.outcome()).isEqualTo(Outcome.FORGOTTEN);
    assertThat(verdict.headline())
        .isEqualTo("2 people forgotten: the attack found 2 of 2 before, 0 of 2 after.");
    assertThat(verdict.sentences())
        .contains(
            "The model kept 98.9 % of its zero-shot accuracy (90.0 % before, 89.0 % after).",
            "Nobody else was forgotten: the 1 other person whom the attack found before is still"
                + " found.");
  }

  @Test
  void onePersonIsSpokenOfInTheSingular() {
    assertThat(verdict(0.9, 0.9, FORGOTTEN).headline())
        .isEqualTo("1 person forgotten: the attack found 1 of 1 before, 0 of 1 after.");
  }

  @Test
  void aPersonStillFoundIsNamed() {
    var verdict = verdict(0.9, 0.9, FORGOTTEN, STILL_FOUND);
    assertThat(verdict.outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(verdict.headline())
        .isEqualTo("Partly forgotten: the attack found 2 of 2 before and still finds 1 of 2.");
    assertThat(verdict.sentences()).contains("Still found: Person 1.");
  }

  @Test
  void aFailureIsCalledOne() {
    var verdict = verdict(0.9, 0.9, STILL_FOUND, STILL_FOUND);
    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_FORGOTTEN);
    assertThat(verdict.headline()).startsWith("Nobody was forgotten");
  }

  @Test
  void whoWasNeverFoundProvesNothing() {
    assertThat(verdict(0.9, 0.9, NEVER_FOUND).outcome()).isEqualTo(Outcome.UNPROVEN);
  }

  @Test
  void aLossOfAccuracyIsACost() {
    assertThat(verdict(0.9, 0.8, FORGOTTEN, KEPT).outcome()).isEqualTo(Outcome.AT_A_COST);
  }

  @Test
  void forgettingOthersIsACost() {
    var verdict = verdict(0.9, 0.9, FORGOTTEN, KEPT, KEPT, LOST);
    assertThat(verdict.outcome()).isEqualTo(Outcome.AT_A_COST);
    assertThat(verdict.sentences())
        .contains("By accident it also forgot 1 of the 3 others whom the attack found before.");
  }

  @Test
  void aSmallGroupLeavesDoubt() {
    assertThat(new Verdict(SampleReport.defended()).sentences())
        .contains(
            "With 8 people tested, the true share still found may be as high as 36.9 % (95 %"
                + " interval).");
  }

  @Test
  void whoIsForgottenByOneOfTwoEncodersIsPartlyForgotten() {
    var report = new SampleReport(64, 32, 8).withUndefended("text_encoder_2").report();
    var verdict = new Verdict(report);
    assertThat(verdict.outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(verdict.sentences().get(0))
        .isEqualTo(
            "text_encoder_2 was not defended and still knows every name: what draws pictures reads it too.");
  }

  @Test
  void anAuditSaysWhatTheAttackFound() {
    assertThat(new Verdict(SampleReport.audit()).headline())
        .startsWith("The attack found 64 of 64 people the model was trained on");
  }

  private static PersonReport forgotten(boolean before, boolean after) {
    return new PersonReport(before ? 20 : 0, after ? 4 : 0, true, true, before, after);
  }

  private static PersonReport other(boolean after) {
    return new PersonReport(20, after ? 20 : 0, true, false, true, after);
  }

  private static Verdict verdict(double before, double after, PersonReport... persons) {
    var people = new LinkedHashMap<String, PersonReport>();
    for (var person : persons) {
      people.put("Person " + people.size(), person);
    }
    var sample = SampleReport.defended();
    return new Verdict(
        new Report(
            Report.SCHEMA,
            sample.config(),
            sample.provenance(),
            List.of(),
            new Metrics(top1(before), top1(after)),
            List.of(new Metric("zero-shot.top1", Unit.SHARE, Direction.HIGHER, "First.")),
            "idia",
            people,
            List.of(new DefenseReport("text-backdoor", 1, 1, 1, null, List.of(), List.of())),
            null,
            List.of(),
            null,
            List.of()));
  }

  private static Map<String, @Nullable Double> top1(double value) {
    var metrics = new LinkedHashMap<String, @Nullable Double>();
    metrics.put("zero-shot.top1", value);
    return metrics;
  }
}
