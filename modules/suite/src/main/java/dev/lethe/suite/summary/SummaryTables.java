package dev.lethe.suite.summary;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.report.CsvText;
import dev.lethe.report.Metrics;
import dev.lethe.report.SheetCell;
import dev.lethe.report.study.Estimate;
import dev.lethe.suite.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a suite for spreadsheets.
 *
 * @param varied what is varied
 * @param findings in the order of the suite
 */
record SummaryTables(Collection<String> varied, List<Finding> findings) {
  private static final double MILLIS = 1000;

  /**
   * A row for each trial, with what it measured: the same whenever and wherever it is computed
   * again.
   */
  String summary() {
    Set<String> before = new LinkedHashSet<>();
    Set<String> after = new LinkedHashSet<>();
    for (Finding finding : findings) {
      Metrics metrics = finding.report().metrics();
      before.addAll(metrics.before().keySet());
      after.addAll(metrics.after().keySet());
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> header = header();
    before.forEach(name -> header.add(SheetCell.safe("before." + name)));
    after.forEach(name -> header.add(SheetCell.safe("after." + name)));
    rows.add(header);
    for (Finding finding : findings) {
      List<@Nullable Object> row = row(finding);
      before.forEach(name -> row.add(finding.report().metrics().before().get(name)));
      after.forEach(name -> row.add(finding.report().metrics().after().get(name)));
      rows.add(row);
    }
    return CsvText.of(rows);
  }

  /** A row for each trial, with what it took, which is never twice the same. */
  String timings() {
    Set<String> costs = new LinkedHashSet<>();
    findings.forEach(
        finding ->
            finding.report().provenance().costs().forEach(cost -> costs.add(cost.metric().name())));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> header = header();
    header.addAll(List.of("started", "finished", "seconds", "device", "threads"));
    costs.forEach(name -> header.add(SheetCell.safe(name)));
    rows.add(header);
    for (Finding finding : findings) {
      var provenance = finding.report().provenance();
      List<@Nullable Object> row = row(finding);
      row.add(provenance.started());
      row.add(provenance.finished());
      row.add(seconds(provenance.started(), provenance.finished()));
      row.add(provenance.device());
      row.add(provenance.threads());
      for (String name : costs) {
        MetricValue cost = finding.values().get(name);
        row.add(cost == null ? null : cost.value());
      }
      rows.add(row);
    }
    return CsvText.of(rows);
  }

  /** A row for each group and metric. */
  String groups(Collection<Metric> metrics) {
    List<String> keys = keys();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> header = new ArrayList<>(keys);
    header.addAll(List.of("metric", "runs", "mean", "deviation", "low", "high"));
    rows.add(header);
    for (Group group : Group.of(findings)) {
      for (Metric metric : metrics) {
        Estimate estimate = Estimates.of(group, metric);
        if (estimate != null) {
          List<@Nullable Object> row = new ArrayList<>();
          keys.forEach(key -> row.add(cell(group.values().get(key))));
          row.add(SheetCell.safe(metric.name()));
          row.add(estimate.runs());
          row.add(estimate.mean());
          row.add(estimate.deviation());
          Interval interval = estimate.interval();
          row.add(interval == null ? null : interval.low());
          row.add(interval == null ? null : interval.high());
          rows.add(row);
        }
      }
    }
    return CsvText.of(rows);
  }

  /** A row for each comparison with the baseline. */
  String tests(List<PairedTest> tests) {
    double[] corrected = Holm.corrected(tests.stream().map(PairedTest::p).toList());
    List<String> keys = keys();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> header = new ArrayList<>(keys);
    header.addAll(List.of("of", "test", "pairs", "difference", "p", "p-holm"));
    rows.add(header);
    for (int i = 0; i < tests.size(); i++) {
      PairedTest test = tests.get(i);
      List<@Nullable Object> row = new ArrayList<>();
      keys.forEach(key -> row.add(cell(test.group().get(key))));
      row.add(SheetCell.safe(test.subject()));
      row.add(test.kind());
      row.add(test.pairs());
      row.add(test.difference());
      row.add(test.p());
      row.add(corrected[i]);
      rows.add(row);
    }
    return CsvText.of(rows);
  }

  private List<@Nullable Object> header() {
    List<@Nullable Object> header = new ArrayList<>(List.of("id", "trial"));
    varied.forEach(key -> header.add(SheetCell.safe(key)));
    return header;
  }

  private List<@Nullable Object> row(Finding finding) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(finding.trial().id());
    row.add(SheetCell.safe(finding.trial().name()));
    Map<String, String> values = finding.trial().values();
    varied.forEach(key -> row.add(cell(values.get(key))));
    return row;
  }

  private List<String> keys() {
    return varied.stream().filter(key -> !key.equals(Trial.SEED)).toList();
  }

  private static @Nullable String cell(@Nullable String value) {
    return value == null ? null : SheetCell.safe(value);
  }

  private static double seconds(String started, String finished) {
    return Duration.between(Instant.parse(started), Instant.parse(finished)).toMillis() / MILLIS;
  }
}
