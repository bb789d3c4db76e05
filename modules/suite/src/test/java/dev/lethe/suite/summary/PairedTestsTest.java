package dev.lethe.suite.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.panel.PeoplePanel;
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
    return Findings.of(values, List.of(), List.of(MetricValue.of(RATE, rate)), people);
  }
}
