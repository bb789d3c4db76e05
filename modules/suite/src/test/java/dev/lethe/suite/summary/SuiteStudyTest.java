package dev.lethe.suite.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.metric.Count;
import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.engine.ConfigSource;
import dev.lethe.report.study.Estimate;
import dev.lethe.report.study.LinePlot;
import dev.lethe.report.study.MarkPlot;
import dev.lethe.report.study.Plot;
import dev.lethe.report.study.ReferenceTable;
import dev.lethe.report.study.Sheet;
import dev.lethe.report.study.Study;
import dev.lethe.suite.Suite;
import dev.lethe.suite.file.SuiteReader;
import dev.lethe.suite.published.PublishedReader;
import dev.lethe.suite.published.PublishedSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuiteStudyTest {
  private static final Metric FOUND =
      new Metric("toy.found", Unit.SHARE, Direction.LOWER, Role.FORGETTING, "Who is found.");
  private static final Metric RIGHT =
      new Metric("toy.right", Unit.SHARE, Direction.HIGHER, Role.UTILITY, "What is right.");
  private static final Metric DETAIL =
      new Metric("toy.detail", Unit.NUMBER, Direction.NEITHER, "A detail.");
  private static final String VARIED =
      """
      name: t
      base: demo
      vary: {count: [1, 8], way: {with: {}, without: {a: 1}}}
      seeds: [0, 1]
      """;

  @Test
  void aLineHasAnEstimateOfAllSeedsForEveryPosition() {
    LinePlot plot =
        (LinePlot)
            plots("figures: [{title: Found, metric: toy.found, over: count, by: way}]").get(0);
    assertThat(plot.positions()).containsExactly("1", "8");
    assertThat(plot.lines())
        .extracting(LinePlot.Line::name)
        .containsExactly("way: with", "way: without");
    Estimate estimate = Objects.requireNonNull(plot.lines().get(0).values().get(1));
    assertThat(estimate.runs()).isEqualTo(2);
    // 1 of 8 and 3 of 8; SciPy's binomtest(4, 16).proportion_ci(0.95, "exact")
    assertThat(estimate.mean()).isEqualTo(.25);
    assertThat(Objects.requireNonNull(estimate.interval()).low()).isCloseTo(.07266, within(1e-5));
    assertThat(estimate.high()).isCloseTo(.52377, within(1e-5));
  }

  @Test
  void smallMultiplesAreAPlotForEachValueAndWhereChoosesTrials() {
    assertThat(
            plots(
                "figures: [{title: Found, metric: toy.found, over: count, each: way, where: {way: with}}]"))
        .extracting(Plot::title)
        .containsExactly("Found, with");
  }

  @Test
  void aFigureOverAnotherMetricHasAMarkForEachGroup() {
    MarkPlot plot =
        (MarkPlot) plots("figures: [{title: Front, metric: toy.right, over: toy.found}]").get(0);
    assertThat(plot.marks())
        .extracting(MarkPlot.Mark::name)
        .containsExactly("1, with", "1, without", "8, with", "8, without");
  }

  @Test
  void aFigureOfWhatNoTrialMeasuredIsLeftOutAndSaysSo() {
    Study study =
        study(
            """
            figures:
              - {title: Gone, metric: toy.fund, over: count}
              - {title: Odd, metric: toy.found, over: counts}
              - {title: Found, metric: toy.found, over: count}
            """,
            null);
    assertThat(study.plots()).extracting(Plot::title).containsExactly("Found");
    assertThat(study.notes())
        .containsExactly(
            "The figure 'Gone' is left out: no trial has measured 'toy.fund'; did its suite mean 'toy.found'?",
            "The figure 'Odd' is left out: no trial has measured 'counts'; did its suite mean 'count'?");
  }

  @Test
  void withoutFiguresPrivacyIsDrawnAgainstUtility() {
    MarkPlot plot = (MarkPlot) plots("").get(0);
    assertThat(plot.across().name()).isEqualTo("toy.found");
    assertThat(plot.up().name()).isEqualTo("toy.right");
  }

  @Test
  void theTableHasWhatRolesTellAndNoDetails() {
    Sheet sheet = study("", null).sheets().get(0);
    assertThat(sheet.groups()).containsExactly("count", "way");
    assertThat(sheet.metrics()).extracting(Metric::name).containsExactly("toy.found", "toy.right");
    assertThat(sheet.rows()).hasSize(4);
  }

  @Test
  void trialsThatHaveNotFinishedAreCounted() {
    Suite suite = suite("");
    List<Finding> some = findings(suite).subList(0, 3);
    assertThat(new SuiteStudy(suite, some, metrics(some), null).study("0").notes())
        .containsExactly("5 trials have not finished and are not in here.");
  }

  @Test
  void publishedNumbersAreLaidBesideTheTrialsThatTheyAreAbout() {
    Suite suite = suite("");
    PublishedSettings published =
        PublishedReader.read(
            new ConfigSource(
                "p.yaml",
                """
                name: p
                source: Somebody, 2024.
                numbers:
                  - {metric: toy.found, where: {count: 8, way: with}, value: 0.3}
                  - {metric: toy.found, where: {count: 8, way: with}, value: 0.9}
                  - {metric: toy.right, where: {count: [1, 8]}, at-least: 0.8}
                  - {metric: toy.right, of: before, at-most: 0.5}
                  - {metric: toy.right, of: change, value: -0.01, note: points}
                  - {metric: toy.unknown, value: 1}
                """),
            suite);
    ReferenceTable table = study("", published).references().get(0);
    assertThat(table.rows())
        .extracting(ReferenceTable.Row::agreement)
        .containsExactly("agrees", "differs", "agrees", "differs", "differs", "not measured");
    ReferenceTable.Row change = table.rows().get(4);
    assertThat(change.what()).isEqualTo("change of toy.right");
    assertThat(Objects.requireNonNull(change.measured()).mean()).isCloseTo(-.05, within(1e-9));
    assertThat(change.note()).isEqualTo("points");
  }

  @Test
  void anIntervalOfASingleTrialWithoutOneTellsNothing() {
    Estimate alone = new Estimate(.5, null, null, 1);
    assertThat(row(ReferenceTable.Claim.EQUAL, alone).agreement()).isEqualTo("cannot be told");
    assertThat(
            row(ReferenceTable.Claim.EQUAL, new Estimate(.5, null, new Interval(.4, .6), 1))
                .agreement())
        .isEqualTo("agrees");
  }

  private static ReferenceTable.Row row(ReferenceTable.Claim claim, Estimate measured) {
    return new ReferenceTable.Row("", "toy.found", Unit.SHARE, claim, .5, measured, "");
  }

  private static List<Plot> plots(String figures) {
    return study(figures, null).plots();
  }

  private static Study study(String figures, @Nullable PublishedSettings published) {
    Suite suite = suite(figures);
    List<Finding> findings = findings(suite);
    return new SuiteStudy(suite, findings, metrics(findings), published).study("0");
  }

  private static Suite suite(String figures) {
    return SuiteReader.read(new ConfigSource("t.yaml", VARIED + figures));
  }

  /** With seed 0 one of eight is found, with seed 1 three of eight. */
  private static List<Finding> findings(Suite suite) {
    List<Finding> findings = new ArrayList<>();
    suite
        .trials()
        .forEach(
            trial -> {
              long found = trial.values().get("seed").equals("0") ? 1 : 3;
              findings.add(
                  Findings.of(
                      trial.values(),
                      List.of(MetricValue.of(RIGHT, .95)),
                      List.of(
                          new MetricValue(FOUND, found / 8., null, new Count(found, 8)),
                          MetricValue.of(RIGHT, .9),
                          MetricValue.of(DETAIL, 1))));
            });
    return findings;
  }

  private static Map<String, Metric> metrics(List<Finding> findings) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    findings.forEach(
        finding ->
            finding.values().forEach((name, value) -> metrics.putIfAbsent(name, value.metric())));
    return metrics;
  }
}
