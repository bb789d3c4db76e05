package dev.lethe.suite.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.report.Chapter;
import dev.lethe.report.Limits;
import dev.lethe.report.Metrics;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import dev.lethe.report.Verdict;
import dev.lethe.suite.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairedTestsTest {
  private static final Metric RATE =
      new Metric("toy.rate", Unit.NUMBER, Direction.LOWER, Role.FORGETTING, "A rate.");

  @Test
  void metricsArePairedBySeedAndPeopleByName() {
    List<Finding> findings = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      findings.add(finding("old", seed, .5 + .01 * seed, true));
      findings.add(finding("new", seed, .1, false));
    }
    List<PairedTest> tests = new PairedTests(Map.of("method", "old"), findings).of(List.of(RATE));

    assertThat(tests).extracting(PairedTest::kind).containsExactly("Wilcoxon", "McNemar");
    assertThat(tests).extracting(PairedTest::pairs).containsExactly(6, 12);
    // six differences of one sign: 2 / 2^6; as many people who were found and are not: the same
    assertThat(tests.get(0).p()).isCloseTo(2.0 / 64, within(1e-9));
    assertThat(tests.get(1).p()).isCloseTo(2.0 / 64, within(1e-9));
    assertThat(tests.get(0).difference()).isCloseTo(-.425, within(1e-9));
    assertThat(tests.get(1).difference()).isCloseTo(-.5, within(1e-9));
  }

  @Test
  void whatIsEqualIsNoDifference() {
    List<PairedTest> tests =
        new PairedTests(
                Map.of("method", "old"),
                List.of(finding("old", 0, .5, true), finding("new", 0, .5, true)))
            .of(List.of(RATE));
    assertThat(tests).extracting(PairedTest::p).containsOnly(1.0);
  }

  private static Finding finding(String method, int seed, double rate, boolean found) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("method", method);
    values.put("seed", Integer.toString(seed));
    PeoplePanel people =
        new PeoplePanel(
            "People",
            "",
            "prompts",
            List.of(
                new PeoplePanel.Group(
                    "Forgotten",
                    "",
                    true,
                    List.of(
                        new PeoplePanel.Person("Ada " + seed, true, 1., 0., true, found),
                        new PeoplePanel.Person("Bo " + seed, true, 1., 1., true, true)))));
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
            new Metrics(Map.of(), Map.of(RATE.name(), rate)),
            List.of(RATE),
            new Limits("", "", List.of()),
            List.of(new Chapter("people", "People", "People", List.of(people))),
            List.of(),
            Map.of(),
            List.of());
    return Finding.of(new Trial(method + seed, method + seed, values, "toy", List.of()), report);
  }
}
