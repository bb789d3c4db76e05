package dev.lethe.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.report.DefenseReport;
import dev.lethe.report.Metrics;
import dev.lethe.report.PersonReport;
import dev.lethe.report.Report;
import dev.lethe.report.SampleReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final PersonReport FORGOTTEN = asked(true, false);
  private static final PersonReport STILL_FOUND = asked(true, true);
  private static final PersonReport NEVER_FOUND = asked(false, false);
  private static final PersonReport FOUND_ONLY_NOW = asked(false, true);
  private static final PersonReport KEPT = other(20, 20);
  private static final PersonReport LOST = other(20, 0);

  @Test
  void whoIsNotFoundAnyMoreIsForgotten() {
    Verdict verdict = verdict(0.90, 0.89, FORGOTTEN, FORGOTTEN, KEPT);
    assertThat(verdict.outcome()).isEqualTo(Outcome.FORGOTTEN);
    assertThat(verdict.headline())
        .isEqualTo("2 people forgotten: the attack found 2 of 2 before, 0 of 2 after.");
    assertThat(verdict.people()).containsExactly("Forgotten (2): Person 0, Person 1");
    assertThat(verdict.sentences())
        .containsExactly(
            "The model's zero-shot accuracy fell by 1.0 points, from 90.0 % to 89.0 %.",
            "Nobody else was forgotten: the 1 other person whom the attack found before is still"
                + " found.");
  }

  @Test
  void anAccuracyThatRoseIsNotCalledKept() {
    assertThat(verdict(0.84, 0.86, FORGOTTEN).sentences())
        .containsExactly(
            "The model's zero-shot accuracy rose by 2.0 points, from 84.0 % to 86.0 %.");
    assertThat(verdict(0.84, 0.84, FORGOTTEN).sentences())
        .containsExactly("The model's zero-shot accuracy stayed at 84.0 %.");
  }

  @Test
  void onePersonIsSpokenOfInTheSingular() {
    assertThat(verdict(0.9, 0.9, FORGOTTEN).headline())
        .isEqualTo("1 person forgotten: the attack found 1 of 1 before, 0 of 1 after.");
  }

  @Test
  void whoIsStillFoundIsNamedFirst() {
    Verdict verdict = verdict(0.9, 0.9, FORGOTTEN, STILL_FOUND);
    assertThat(verdict.outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(verdict.headline())
        .isEqualTo("Partly forgotten: the attack found 2 of 2 before and still finds 1 of 2.");
    assertThat(verdict.people())
        .containsExactly("Still found (1): Person 1", "Forgotten (1): Person 0");
    assertThat(verdict.stillFound()).containsExactly("Person 1");
    assertThat(verdict.forgotten()).containsExactly("Person 0");
  }

  @Test
  void aFailureIsCalledOne() {
    Verdict verdict = verdict(0.9, 0.9, STILL_FOUND, STILL_FOUND);
    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_FORGOTTEN);
    assertThat(verdict.headline())
        .isEqualTo("Nobody was forgotten: the attack found 2 of 2 before and 2 of 2 after.");
    assertThat(verdict.people()).containsExactly("Still found (2): Person 0, Person 1");
  }

  @Test
  void somebodyWhoWasForgottenCountsThoughAnotherIsFoundOnlyNow() {
    Verdict verdict = verdict(0.9, 0.9, FORGOTTEN, FOUND_ONLY_NOW);
    assertThat(verdict.outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(verdict.stillFound()).containsExactly("Person 1");
  }

  @Test
  void whoIsFoundOnlyNowIsAFailure() {
    assertThat(verdict(0.9, 0.9, FOUND_ONLY_NOW).outcome()).isEqualTo(Outcome.NOT_FORGOTTEN);
  }

  @Test
  void whoWasNeverFoundProvesNothing() {
    Verdict verdict = verdict(0.9, 0.9, NEVER_FOUND);
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNPROVEN);
    assertThat(verdict.people())
        .containsExactly(
            "Not known before, so that nothing shows they were forgotten (1): Person 0");
  }

  @Test
  void whoWasNotKnownBeforeIsNotCountedAmongTheForgotten() {
    Verdict verdict = verdict(0.9, 0.9, FORGOTTEN, NEVER_FOUND);
    assertThat(verdict.outcome()).isEqualTo(Outcome.FORGOTTEN_AS_FAR_AS_TESTED);
    assertThat(verdict.headline())
        .isEqualTo("1 of 2 people forgotten: the attack found 1 of 2 before, 0 of 2 after.");
  }

  @Test
  void whoWasNotTestedIsNamed() {
    Verdict verdict = Verdict.of(report(List.of("Person 0", "Nemo"), 0.9, 0.9, FORGOTTEN));
    assertThat(verdict.outcome()).isEqualTo(Outcome.FORGOTTEN_AS_FAR_AS_TESTED);
    assertThat(verdict.headline())
        .isEqualTo("1 of 2 people forgotten: the attack found 1 of 1 before, 0 of 1 after.");
    assertThat(verdict.people()).containsExactly("Forgotten (1): Person 0", "Not tested (1): Nemo");
  }

  @Test
  void aLossOfAccuracyIsACost() {
    assertThat(verdict(0.9, 0.8, FORGOTTEN, KEPT).outcome()).isEqualTo(Outcome.AT_A_COST);
  }

  @Test
  void forgettingOthersIsACostAndNamesThem() {
    Verdict verdict = verdict(0.9, 0.9, FORGOTTEN, KEPT, KEPT, LOST);
    assertThat(verdict.outcome()).isEqualTo(Outcome.AT_A_COST);
    assertThat(verdict.sentences())
        .contains(
            "By accident it also forgot 1 of the 3 others whom the attack found before: Person 3.",
            "The other members became harder to find: on average 13.3 prompts name one of them"
                + " rightly, 20.0 before.");
  }

  @Test
  void bystandersWhoAreEasierToFindAreMentioned() {
    Verdict verdict = verdict(0.9, 0.9, FORGOTTEN, other(12, 15), other(0, 3));
    assertThat(verdict.outcome()).isEqualTo(Outcome.AT_A_COST);
    assertThat(verdict.sentences())
        .contains(
            "By accident it made 1 other person known whom the attack did not find before: Person"
                + " 2.",
            "The other members became easier to find: on average 9.0 prompts name one of them"
                + " rightly, 6.0 before.");
  }

  @Test
  void theShareOfThoseTestedIsExactAndTheIntervalSpeaksOfOthers() {
    assertThat(Verdict.of(SampleReport.defended()).sentences())
        .contains(
            "The share is exact for the 8 people tested; of others like them, treated alike, up to"
                + " 36.9 % may still be found (95 % interval).");
  }

  @Test
  void whatWasNotDefendedIsSaidAndSpoilsTheVerdict() {
    Verdict verdict =
        Verdict.of(
            new SampleReport(64, 32, 8).withUndefended("text_encoder_2 (OpenCLIP bigG)").report());
    assertThat(verdict.outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(verdict.headline())
        .isEqualTo(
            "Forgotten by one of several text encoders: the attack found 8 of 8 before, 0 of 8"
                + " after.");
    assertThat(verdict.sentences())
        .contains(
            "text_encoder_2 (OpenCLIP bigG) was not defended and still knows every name: what"
                + " draws pictures reads it too.");
  }

  @Test
  void anAuditSaysWhomTheModelKnows() {
    Verdict verdict = Verdict.of(SampleReport.audit());
    assertThat(verdict.headline())
        .startsWith("The attack found 64 of 64 people the model was trained on");
    assertThat(verdict.people()).isEmpty();
    assertThat(verdict.sentences()).isEmpty();
  }

  @Test
  void whereNobodySaysWhoWasInTheTrainingDataTheVerdictClaimsNothingOfIt() {
    PersonReport unknown = new PersonReport(20, null, null, false, true, null);
    Report sample = SampleReport.audit();
    Report report = with(sample, List.of(), Map.of("Person 0", unknown), List.of());
    assertThat(Verdict.of(report).headline())
        .isEqualTo(
            "The attack found 1 of 1 person; nobody said whom of them the model was trained on.");
  }

  private static PersonReport asked(boolean before, boolean after) {
    return new PersonReport(before ? 20 : 0, after ? 4 : 0, true, true, before, after);
  }

  private static PersonReport other(int before, int after) {
    return new PersonReport(before, after, true, false, before > 0, after > 0);
  }

  private static Verdict verdict(double before, double after, PersonReport... persons) {
    return Verdict.of(report(List.of(), before, after, persons));
  }

  private static Report report(
      List<String> asked, double before, double after, PersonReport... persons) {
    Map<String, PersonReport> people = new LinkedHashMap<>();
    for (PersonReport person : persons) {
      people.put("Person " + people.size(), person);
    }
    Report report =
        with(
            SampleReport.defended(),
            asked,
            people,
            List.of(new DefenseReport("text-backdoor", 1, 1, 1, null, List.of(), List.of())));
    return new Report(
        report.schema(),
        report.config(),
        report.provenance(),
        report.forgotten(),
        new Metrics(top1(before), top1(after)),
        List.of(new Metric("zero-shot.top1", Unit.SHARE, Direction.HIGHER, "First.")),
        report.attack(),
        report.people(),
        report.defense(),
        null,
        List.of(),
        null,
        List.of());
  }

  private static Report with(
      Report report,
      List<String> asked,
      Map<String, PersonReport> people,
      List<DefenseReport> defense) {
    return new Report(
        report.schema(),
        report.config(),
        report.provenance(),
        asked,
        report.metrics(),
        report.descriptions(),
        report.attack(),
        people,
        defense,
        null,
        List.of(),
        null,
        List.of());
  }

  private static Map<String, @Nullable Double> top1(double value) {
    Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
    metrics.put("zero-shot.top1", value);
    return metrics;
  }
}
