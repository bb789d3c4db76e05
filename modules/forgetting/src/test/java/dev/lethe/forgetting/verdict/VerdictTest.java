package dev.lethe.forgetting.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.Reading;
import dev.lethe.forgetting.finding.DefenseFacts;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.forgetting.report.SampleReport;
import dev.lethe.forgetting.report.SampleWords;
import dev.lethe.forgetting.report.Words;
import dev.lethe.report.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final PersonFacts FORGOTTEN = asked(true, false);
  private static final PersonFacts STILL_FOUND = asked(true, true);
  private static final PersonFacts NEVER_FOUND = asked(false, false);
  private static final PersonFacts FOUND_ONLY_NOW = asked(false, true);
  private static final PersonFacts KEPT = other(20, 20);
  private static final PersonFacts LOST = other(20, 0);

  @Test
  void whoIsNotFoundAnyMoreIsForgotten() {
    Verdict verdict = verdict(0.90, 0.89, FORGOTTEN, FORGOTTEN, KEPT);
    assertThat(verdict.outcome()).isEqualTo(Outcome.FORGOTTEN.id());
    assertThat(verdict.headline())
        .isEqualTo("2 people forgotten: the attack found 2 of 2 before, 0 of 2 after.");
    assertThat(verdict.lines()).containsExactly("Forgotten (2): Person 0, Person 1");
    assertThat(verdict.sentences())
        .containsExactly(
            "Accuracy was 0.9 and is 0.89.",
            "Nobody else was forgotten: the 1 other person whom the attack found before is still"
                + " found.");
  }

  @Test
  void onePersonIsSpokenOfInTheSingular() {
    assertThat(verdict(0.9, 0.9, FORGOTTEN).headline())
        .isEqualTo("1 person forgotten: the attack found 1 of 1 before, 0 of 1 after.");
  }

  @Test
  void whoIsStillFoundIsNamedFirst() {
    Verdict verdict = verdict(0.9, 0.9, FORGOTTEN, STILL_FOUND);
    assertThat(verdict.outcome()).isEqualTo(Outcome.PARTLY.id());
    assertThat(verdict.headline())
        .isEqualTo("Partly forgotten: the attack found 2 of 2 before and still finds 1 of 2.");
    assertThat(verdict.lines())
        .containsExactly("Still found (1): Person 1", "Forgotten (1): Person 0");
  }

  @Test
  void aFailureIsCalledOne() {
    Verdict verdict = verdict(0.9, 0.9, STILL_FOUND, STILL_FOUND);
    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_FORGOTTEN.id());
    assertThat(verdict.headline())
        .isEqualTo("Nobody was forgotten: the attack found 2 of 2 before and 2 of 2 after.");
    assertThat(verdict.lines()).containsExactly("Still found (2): Person 0, Person 1");
  }

  @Test
  void somebodyWhoWasForgottenCountsThoughAnotherIsFoundOnlyNow() {
    Verdict verdict = verdict(0.9, 0.9, FORGOTTEN, FOUND_ONLY_NOW);
    assertThat(verdict.outcome()).isEqualTo(Outcome.PARTLY.id());
    assertThat(verdict.lines()).contains("Still found (1): Person 1");
  }

  @Test
  void whoIsFoundOnlyNowIsAFailure() {
    assertThat(verdict(0.9, 0.9, FOUND_ONLY_NOW).outcome()).isEqualTo(Outcome.NOT_FORGOTTEN.id());
  }

  @Test
  void whoWasNeverFoundProvesNothing() {
    Verdict verdict = verdict(0.9, 0.9, NEVER_FOUND);
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNPROVEN.id());
    assertThat(verdict.lines())
        .containsExactly(
            "Not known before, so that nothing shows they were forgotten (1): Person 0");
  }

  @Test
  void whoWasNotKnownBeforeIsNotCountedAmongTheForgotten() {
    Verdict verdict = verdict(0.9, 0.9, FORGOTTEN, NEVER_FOUND);
    assertThat(verdict.outcome()).isEqualTo(Outcome.FORGOTTEN_AS_FAR_AS_TESTED.id());
    assertThat(verdict.headline())
        .isEqualTo("1 of 2 people forgotten: the attack found 1 of 2 before, 0 of 2 after.");
  }

  @Test
  void whoWasNotTestedIsNamed() {
    Verdict verdict = verdict(List.of("Person 0", "Nemo"), 0.9, 0.9, FORGOTTEN);
    assertThat(verdict.outcome()).isEqualTo(Outcome.FORGOTTEN_AS_FAR_AS_TESTED.id());
    assertThat(verdict.headline())
        .isEqualTo("1 of 2 people forgotten: the attack found 1 of 1 before, 0 of 1 after.");
    assertThat(verdict.lines()).containsExactly("Forgotten (1): Person 0", "Not tested (1): Nemo");
  }

  @Test
  void aLossOfAccuracyIsACost() {
    assertThat(verdict(0.9, 0.8, FORGOTTEN, KEPT).outcome()).isEqualTo(Outcome.AT_A_COST.id());
  }

  @Test
  void forgettingOthersIsACostAndNamesThem() {
    Verdict verdict = verdict(0.9, 0.9, FORGOTTEN, KEPT, KEPT, LOST);
    assertThat(verdict.outcome()).isEqualTo(Outcome.AT_A_COST.id());
    assertThat(verdict.sentences())
        .contains(
            "By accident it also forgot 1 of the 3 others whom the attack found before: Person 3.",
            "The other members became harder to find: on average 13.3 prompts name one of them"
                + " rightly, 20.0 before.");
  }

  @Test
  void bystandersWhoAreEasierToFindAreMentioned() {
    Verdict verdict = verdict(0.9, 0.9, FORGOTTEN, other(12, 15), other(0, 3));
    assertThat(verdict.outcome()).isEqualTo(Outcome.AT_A_COST.id());
    assertThat(verdict.sentences())
        .contains(
            "By accident it made 1 other person known whom the attack did not find before: Person"
                + " 2.",
            "The other members became easier to find: on average 9.0 prompts name one of them"
                + " rightly, 6.0 before.");
  }

  @Test
  void theShareOfThoseTestedIsExactAndTheIntervalSpeaksOfOthers() {
    assertThat(SampleReport.defended().report().verdict().sentences())
        .contains(
            "The share is exact for the 8 people tested; of others like them, treated alike, up to"
                + " 36.9 % may still be found (95 % interval).");
  }

  @Test
  void whatWasNotDefendedIsSaidAndSpoilsTheVerdict() {
    Verdict verdict =
        new SampleReport(64, 32, 8)
            .withUndefended("text_encoder_2 (OpenCLIP bigG)")
            .draft()
            .report()
            .verdict();
    assertThat(verdict.outcome()).isEqualTo(Outcome.PARTLY.id());
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
    Verdict verdict = SampleReport.audit().report().verdict();
    assertThat(verdict.headline())
        .startsWith("The attack found 64 of 64 people the model was trained on");
    assertThat(verdict.lines()).isEmpty();
    assertThat(verdict.sentences()).isEmpty();
  }

  @Test
  void whereNobodySaysWhoWasInTheTrainingDataTheVerdictClaimsNothingOfIt() {
    PersonFacts unknown = new PersonFacts(20.0, null, null, false, true, null);
    ForgettingFacts facts =
        new ForgettingFacts(List.of(), "idia", Map.of("Person 0", unknown), List.of(), List.of());
    assertThat(Verdicts.of(shown(facts, 0.9, 0.9)).headline())
        .isEqualTo(
            "The attack found 1 of 1 person; nobody said whom of them the model was trained on.");
  }

  private static PersonFacts asked(boolean before, boolean after) {
    return new PersonFacts(before ? 20.0 : 0.0, after ? 4.0 : 0.0, true, true, before, after);
  }

  private static PersonFacts other(int before, int after) {
    return new PersonFacts((double) before, (double) after, true, false, before > 0, after > 0);
  }

  private static Verdict verdict(double before, double after, PersonFacts... persons) {
    return verdict(List.of(), before, after, persons);
  }

  private static Verdict verdict(
      List<String> asked, double before, double after, PersonFacts... persons) {
    Map<String, PersonFacts> people = new LinkedHashMap<>();
    for (PersonFacts person : persons) {
      people.put("Person " + people.size(), person);
    }
    DefenseFacts defense = new DefenseFacts("text-backdoor", 1, 1, 1, null, List.of());
    return Verdicts.of(
        shown(
            new ForgettingFacts(asked, "idia", people, List.of(defense), List.of()),
            before,
            after));
  }

  private static Shown shown(ForgettingFacts facts, double before, double after) {
    Metric top1 =
        new Metric("zero-shot.top1", Unit.SHARE, Direction.HIGHER, Role.UTILITY, "First.");
    Reading reading = new Reading(top1, before, after, null, null);
    Words words = SampleWords.of();
    return new Shown(
        facts,
        List.of(new Told(reading, words.statements().apply(reading).orElseThrow())),
        words.score());
  }
}
