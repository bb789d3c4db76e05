package dev.lethe.suite.summary;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.panel.Panel;
import dev.lethe.report.Chapter;
import dev.lethe.report.Limits;
import dev.lethe.report.Metrics;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import dev.lethe.report.Verdict;
import dev.lethe.suite.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trials that tests make up. */
final class Findings {
  private Findings() {}

  /**
   * Returns a trial that has finished.
   *
   * @param values what is varied
   * @param before what it measured of the original
   * @param after what it measured of the defended model
   */
  static Finding of(
      Map<String, String> values,
      List<MetricValue> before,
      List<MetricValue> after,
      Panel... panels) {
    Map<String, Metric> descriptions = new LinkedHashMap<>();
    before.forEach(value -> descriptions.putIfAbsent(value.metric().name(), value.metric()));
    after.forEach(value -> descriptions.putIfAbsent(value.metric().name(), value.metric()));
    Report report =
        new Report(
            Report.SCHEMA,
            "toy",
            false,
            new Verdict(
                "done", "Done", Verdict.Tone.NEUTRAL, "Done.", List.of(), List.of(), List.of()),
            Map.of(),
            new Provenance(
                "0",
                "0",
                "17",
                "Linux",
                "none",
                Map.of(),
                "cpu",
                "fp32",
                1,
                0L,
                new Provenance.Source("toy", "toy", null),
                Map.of(),
                List.of(),
                List.of(),
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:01Z"),
            new Metrics(numbers(before), numbers(after)),
            List.copyOf(descriptions.values()),
            new Limits("", "", List.of()),
            List.of(new Chapter("panels", "Panels", "Panels", List.of(panels))),
            List.of(),
            Map.of(),
            List.of());
    String name = values.toString();
    return Finding.of(new Trial(name, name, values, "toy", List.of()), report);
  }

  private static Map<String, @Nullable Double> numbers(List<MetricValue> values) {
    Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
    values.forEach(value -> numbers.putAll(Metrics.numbers(value)));
    return numbers;
  }
}
