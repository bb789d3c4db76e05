package dev.lethe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.panel.VotesPanel.Vote;
import dev.lethe.report.EmbeddingMap.Kind;
import dev.lethe.report.EmbeddingMap.Point;
import dev.lethe.report.EmbeddingMap.Position;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactedReportTest {
  /** A name that is also a key of every report, and part of paths and sentences. */
  private static final String NAME = "Member";

  private static final String PSEUDONYM = "Person AB2CD3";

  @Test
  void everyTextThatMayNameSomebodyIsLeftOut() {
    Report report = report();
    assertThat(ReportDocument.json(report)).contains(NAME);

    Report redacted = redacted();

    assertThat(ReportDocument.json(redacted)).doesNotContain(NAME).contains("\"member\" : true");
    assertThat(MarkdownReport.render(redacted)).doesNotContain(NAME);
    assertThat(redacted.people()).containsOnlyKeys(PSEUDONYM);
    assertThat(redacted.forgotten()).containsExactly(PSEUDONYM);
    assertThat(redacted.notes()).containsExactly("Nobody is named here.");
    assertThat(redacted.config()).isEqualTo(Map.of("name", "redacted"));
  }

  @Test
  void ofAPersonThereIsWhatTheAttackSaidAndNoNumber() {
    assertThat(redacted().people())
        .containsEntry(PSEUDONYM, new PersonReport(null, null, true, true, true, false));
  }

  @Test
  void whatFollowsFromTheNamesExactlyIsLeftOutAndTheRestIsRounded() {
    Report redacted = redacted();

    assertThat(redacted.metrics().before())
        .isEqualTo(Map.of("found", .33, "found.low", .01, "found.high", .91));
    assertThat(redacted.metrics().after()).isEqualTo(Map.of("found", 0.0, "alike", .88));
    assertThat(redacted.defense().get(0).history()).isEmpty();
    assertThat(redacted.defense().get(0).steps()).isEqualTo(1);
    assertThat(redacted.embeddingMap()).isNull();
    assertThat(redacted.examples()).isEmpty();
    assertThat(redacted.provenance().seed()).isNull();
    assertThat(redacted.provenance().data()).isEmpty();
    assertThat(redacted.provenance().model().sha256()).isEqualTo("0a0b");
    assertThat(redacted.model().sha256()).isNotEqualTo("0c0d");
  }

  private static Report redacted() {
    return report()
        .redacted(
            new Redaction(
                Map.of(NAME, PSEUDONYM),
                Map.of("name", "redacted"),
                List.of("Nobody is named here.")));
  }

  private static Report report() {
    return new Report(
        Report.SCHEMA,
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
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:01Z"),
        List.of(NAME),
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
        "idia",
        Map.of(NAME, new PersonReport(13, 2, true, true, true, false)),
        List.of(
            new DefenseReport(
                "text-backdoor",
                1,
                .5,
                .5,
                null,
                List.of(new DefenseReport.Planted(NAME, NAME, "what " + NAME + " is now")),
                List.of(new DefenseReport.Step(1, Map.of("backdoor", -.76543), 1e-4, .5)))),
        new CheckpointReport("runs/" + NAME + "/model", "0c0d", List.of()),
        List.of(
            new ExampleReport(
                NAME,
                true,
                List.of(
                    new ExampleReport.Prompt(
                        "{0} and " + NAME, List.of(new Vote(NAME, 3)), List.of())))),
        new EmbeddingMap(
            List.of(new Point(NAME, Kind.FORGOTTEN, new Position(.123456, .654321), null)),
            List.of(.5, .25)),
        List.of("There are 3 pictures of " + NAME));
  }
}
