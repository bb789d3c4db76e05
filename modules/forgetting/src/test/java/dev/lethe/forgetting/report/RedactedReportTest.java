package dev.lethe.forgetting.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.panel.Position;
import dev.lethe.api.panel.TextPanel;
import dev.lethe.api.panel.VotesPanel.Question;
import dev.lethe.api.panel.VotesPanel.Vote;
import dev.lethe.forgetting.finding.DefenseFacts;
import dev.lethe.forgetting.finding.DefenseFacts.Planted;
import dev.lethe.forgetting.finding.EmbeddingMap;
import dev.lethe.forgetting.finding.EmbeddingMap.Kind;
import dev.lethe.forgetting.finding.EmbeddingMap.Point;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.report.Chapter;
import dev.lethe.report.Metrics;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import dev.lethe.report.ReportDocument;
import dev.lethe.report.ReportForm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedactedReportTest {
  /** A name that is also a key of every report, and part of paths and sentences. */
  private static final String NAME = "Members";

  private static final String PSEUDONYM = "Person AB2CD3";

  private final Report report = draft().report();
  private final Report redacted =
      draft()
          .redacted(
              Map.of(NAME, PSEUDONYM)::get,
              Map.of("name", "redacted"),
              List.of("Nobody is named here."))
          .report();

  @Test
  void everyTextThatMayNameSomebodyIsLeftOut() {
    assertThat(ReportDocument.json(report)).contains(NAME);

    assertThat(ReportDocument.json(redacted)).doesNotContain(NAME).contains("\"member\" : true");
    assertThat(facts(redacted).people()).containsOnlyKeys(PSEUDONYM);
    assertThat(facts(redacted).forgotten()).containsExactly(PSEUDONYM);
    assertThat(redacted.verdict().lines()).containsExactly("Forgotten (1): " + PSEUDONYM);
    assertThat(redacted.notes()).containsExactly("Nobody is named here.");
    assertThat(redacted.config()).isEqualTo(Map.of("name", "redacted"));
    assertThat(redacted.redacted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void noFormOfItNamesAnybody(ReportForm form) {
    assertThat(form.render(redacted)).doesNotContain(NAME);
  }

  @Test
  void ofAPersonThereIsWhatTheAttackSaidAndNoNumber() {
    assertThat(facts(redacted).people())
        .containsEntry(PSEUDONYM, new PersonFacts(null, null, true, true, true, false));
  }

  @Test
  void whatFollowsFromTheNamesExactlyIsLeftOutAndTheRestIsRounded() {
    assertThat(redacted.metrics().before())
        .isEqualTo(Map.of("found", .33, "found.low", .01, "found.high", .91));
    assertThat(redacted.metrics().after()).isEqualTo(Map.of("found", 0.0, "alike", .88));
    assertThat(facts(redacted).defense().get(0).steps()).isEqualTo(1);
    assertThat(redacted.chapters()).extracting(Chapter::id).containsExactly("people", "training");
    assertThat(redacted.chapters().get(1).panels()).singleElement().isInstanceOf(TextPanel.class);
    assertThat(redacted.provenance().seed()).isNull();
    assertThat(redacted.provenance().data()).isEmpty();
    assertThat(redacted.provenance().model().sha256()).isEqualTo("0a0b");
    assertThat(redacted.checkpoint().orElseThrow().sha256()).isNotEqualTo("0c0d");
  }

  private static ForgettingFacts facts(Report report) {
    return report.section(ForgettingFacts.SECTION, ForgettingFacts.class);
  }

  private static Draft draft() {
    return new Draft(
        "forgetting",
        false,
        Map.of("name", NAME, "people", Map.of("path", "faces/" + NAME)),
        new Provenance(
            "0.1.0",
            "abc",
            "17",
            "Linux",
            "PyTorch",
            Map.of(),
            "cpu",
            "fp32",
            1,
            7L,
            new Provenance.Source("models/" + NAME, "open-clip", "0a0b"),
            Map.of("people", "0e0f"),
            List.of(),
            List.of(),
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:01Z"),
        new Metrics(
            Map.of(
                "found",
                1.0 / 3,
                "found.low",
                .0084,
                "found.high",
                .9057,
                "alike",
                .76543,
                NAME,
                1.0),
            Map.of("found", 0.0, "alike", .87654)),
        List.of(
            new Metric("found", Unit.SHARE, Direction.LOWER, "Who is found."),
            new Metric("alike", Unit.COSINE, Direction.HIGHER, "How alike texts are.")),
        new ForgettingFacts(
            List.of(NAME),
            "idia",
            Map.of(NAME, new PersonFacts(13.0, 2.0, true, true, true, false)),
            List.of(
                new DefenseFacts(
                    "text-backdoor",
                    1,
                    .5,
                    .5,
                    null,
                    List.of(new Planted(NAME, NAME, "what " + NAME + " is now")))),
            List.of()),
        new Views(
            List.of(
                Examples.person(
                    NAME,
                    true,
                    false,
                    List.of(
                        new Question("{0} and " + NAME, List.of(new Vote(NAME, 3)), List.of())))),
            new EmbeddingMap(
                List.of(new Point(NAME, Kind.FORGOTTEN, new Position(.123456, .654321), null)),
                List.of(.5, .25)),
            List.of(
                new TrainingHistory(
                    List.of(new TrainingHistory.Step(Map.of("backdoor", -.76543), 1e-4, .5))))),
        List.of(Checkpoints.artifact("runs/" + NAME + "/model", "0c0d", List.of())),
        SampleWords.of(),
        List.of("There are 3 pictures of " + NAME));
  }
}
