package dev.lethe.engine.finished;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.panel.Panel;
import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TablePanel.Cell;
import dev.lethe.api.panel.TextPanel;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.io.json.Json;
import dev.lethe.report.Chapter;
import dev.lethe.report.Limits;
import dev.lethe.report.Metrics;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import dev.lethe.report.StoredArtifact;
import dev.lethe.report.StoredArtifact.Kind;
import dev.lethe.report.Verdict;
import dev.lethe.report.Verdict.KeyFigure;
import dev.lethe.report.Verdict.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  private static final String EVIL =
      "<img src=x onerror=alert(1)>|[c](javascript:x)\n# \u001b[2J\u202e\u200b\"'";

  @TempDir private Path folder;

  @Test
  void whatComesFromOutsideIsShownInEveryFileAndObeyedInNone() throws IOException {
    Report report = report();
    ReportFiles.write(folder, null, report, Progress.silent());

    assertThat(new ReportReader(document -> Optional.empty()).read(folder)).isEqualTo(report);
    String markdown = Files.readString(folder.resolve("report.md"));
    assertThat(markdown).doesNotContain("<img", "[c]", "\u001b", "\u202e", "\u200b");
    assertThat(markdown.lines().filter(line -> line.contains("img")))
        .hasSizeGreaterThan(6)
        .noneMatch(line -> line.contains("|[c"));
    assertThat(markdown.lines().filter(line -> line.startsWith("| ")))
        .hasSize(6)
        .allMatch(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() <= 6);
    assertThat(Files.readString(folder.resolve("report.html")))
        .doesNotContain("<img", "\u001b", "\u202e", "\u200b")
        .contains("&lt;img", "\\u001b", "\\u202e");
    assertThat(Files.readString(folder.resolve("metrics.csv")))
        .contains("'=1+1")
        .doesNotContain(",=", "\n=");
  }

  private static Report report() {
    Metric evil = new Metric("=1+1", Metric.Unit.SHARE, Metric.Direction.LOWER, EVIL);
    return new Report(
        Report.SCHEMA,
        EVIL,
        false,
        new Verdict(
            "evil",
            EVIL,
            Tone.BAD,
            EVIL,
            List.of(EVIL),
            List.of(EVIL),
            List.of(new KeyFigure(EVIL, EVIL, EVIL, EVIL))),
        Map.of("name", EVIL, "people", Map.of("path", EVIL)),
        new Provenance(
            "0.1.0",
            "abc",
            "17",
            EVIL,
            "PyTorch",
            Map.of(),
            "cpu",
            "fp32",
            1,
            0L,
            new Provenance.Source(EVIL, "open-clip", "00"),
            Map.of(EVIL, "00"),
            List.of(),
            List.of(),
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:01Z"),
        new Metrics(Map.of("=1+1", 0.5), Map.of("=1+1", 0.25)),
        List.of(evil),
        new Limits(EVIL, EVIL, List.of(new Limits.Item(EVIL, EVIL))),
        List.of(new Chapter("evil", EVIL, EVIL, panels())),
        List.of(new StoredArtifact(EVIL, Kind.OTHER, EVIL, "00", EVIL)),
        Map.of("evil", Json.written(Map.of(EVIL, EVIL))),
        List.of(EVIL));
  }

  private static List<Panel> panels() {
    return List.of(
        new TextPanel(EVIL, EVIL, false),
        new TablePanel(EVIL, EVIL, false, List.of("name"), List.of(List.of(new Cell.Name(EVIL)))),
        new PeoplePanel(
            EVIL,
            EVIL,
            EVIL,
            List.of(
                new PeoplePanel.Group(
                    EVIL,
                    EVIL,
                    true,
                    List.of(new PeoplePanel.Person(EVIL, true, 1.0, 0.0, true, false))))),
        new VotesPanel(
            EVIL,
            EVIL,
            List.of(
                new VotesPanel.Person(
                    EVIL,
                    EVIL,
                    true,
                    List.of(
                        new VotesPanel.Question(
                            EVIL, List.of(new VotesPanel.Vote(EVIL, 1)), List.of()))))));
  }
}
