package dev.lethe.engine.finished;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import dev.lethe.api.metric.Metric;
import dev.lethe.report.CheckpointReport;
import dev.lethe.report.Metrics;
import dev.lethe.report.PersonReport;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    assertThat(ReportFiles.read(folder)).isEqualTo(report);
    String markdown = Files.readString(folder.resolve("report.md"));
    assertThat(markdown).doesNotContain("<img", "[c]", "\u001b", "\u202e", "\u200b");
    assertThat(markdown.lines().filter(line -> line.contains("img")))
        .hasSizeGreaterThan(6)
        .noneMatch(line -> line.contains("|[c"));
    assertThat(markdown.lines().filter(line -> line.startsWith("| ")))
        .hasSize(4)
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
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:01Z"),
        List.of(EVIL),
        new Metrics(Map.of("=1+1", 0.5), Map.of("=1+1", 0.25)),
        List.of(evil),
        "idia",
        Map.of(EVIL, new PersonReport(1, 0, true, true, true, false)),
        List.of(),
        new CheckpointReport(EVIL, "00", List.of()),
        List.of(),
        null,
        List.of(EVIL));
  }
}
