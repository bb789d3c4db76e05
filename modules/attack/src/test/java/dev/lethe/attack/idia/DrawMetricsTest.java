package dev.lethe.attack.idia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DrawMetricsTest {

  @Test
  void anAttackThatIsMadeOnceTellsOfNoSpread() {
    assertThat(DrawMetrics.of(List.of(), Cohorts.none())).isEmpty();
  }

  @Test
  void theSpreadIsOfTheRatesOfDraws() {
    // of four members 1, 2 and 4 are found: .25, .5 and 1
    Map<String, MetricValue> metrics =
        byName(DrawMetrics.of(List.of(draw(1), draw(2), draw(4)), Cohorts.none()));
    expect(metrics, "idia.draws.tpr", 7 / 12.0);
    expect(metrics, "idia.draws.tpr.deviation", Math.sqrt(.4375 / 3));
    expect(metrics, "idia.draws.tpr.lowest", .25);
    expect(metrics, "idia.draws.tpr.highest", 1);
    // R's binom.test(2, 4) and binom.test(3, 4): draws of the same people are no more people
    Interval interval = Objects.requireNonNull(metrics.get("idia.draws.tpr").interval());
    assertThat(interval.low()).isCloseTo(.06758599, within(1e-6));
    assertThat(interval.high()).isCloseTo(.99369052, within(1e-6));
  }

  @Test
  void aRateOverNobodyIsNotDefined() {
    assertThat(byName(DrawMetrics.of(List.of(draw(1), draw(2)), Cohorts.none())))
        .allSatisfy(
            (name, value) -> assertThat(value.value() == null).isEqualTo(name.contains("fpr")));
  }

  @Test
  void theForgottenAreCountedOnTheirOwn() {
    Cohorts cohorts = Cohorts.none().with(Cohorts.FORGOTTEN, Set.of("0", "3"));
    Map<String, MetricValue> metrics =
        byName(DrawMetrics.of(List.of(draw(1), draw(2), draw(4)), cohorts));
    expect(metrics, "idia.draws.forgotten.tpr", 2 / 3.0);
    expect(metrics, "idia.draws.forgotten.tpr.lowest", .5);
    MetricValue mean = metrics.get("idia.draws.forgotten.tpr");
    assertThat(mean.metric().role()).isEqualTo(Role.FORGETTING);
    assertThat(mean.metric().direction()).isEqualTo(Direction.LOWER);
    assertThat(metrics.get("idia.draws.forgotten.tpr.lowest").metric().role())
        .isEqualTo(Role.DETAIL);
  }

  private static void expect(Map<String, MetricValue> metrics, String name, double value) {
    assertThat(Objects.requireNonNull(metrics.get(name).value())).isCloseTo(value, within(1e-12));
  }

  private static Map<String, MetricValue> byName(List<MetricValue> values) {
    return values.stream().collect(Collectors.toMap(v -> v.metric().name(), Function.identity()));
  }

  /** Four members, of whom the first are found. */
  private static List<Finding> draw(int found) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      findings.add(new Finding(String.valueOf(i), true, i < found ? 1 : 0, i < found));
    }
    return findings;
  }
}
