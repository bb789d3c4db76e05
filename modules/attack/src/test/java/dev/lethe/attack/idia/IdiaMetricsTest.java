package dev.lethe.attack.idia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IdiaMetricsTest {

  @Test
  void ratesAreOverMembersAndNonMembers() {
    List<Finding> people = new ArrayList<>();
    people.addAll(people("member", true, 8, 10));
    people.addAll(people("stranger", false, 0, 8));
    Map<String, MetricValue> metrics = byName(IdiaMetrics.of(people, Cohorts.none()));

    assertThat(metrics.keySet()).containsExactlyInAnyOrder("idia.tpr", "idia.fnr", "idia.fpr");
    // Values of R's binom.test(8, 10), binom.test(2, 10) and binom.test(0, 8).
    expect(metrics.get("idia.tpr"), 0.8, 0.4439045, 0.9747893);
    expect(metrics.get("idia.fnr"), 0.2, 0.0252107, 0.5560955);
    expect(metrics.get("idia.fpr"), 0, 0, 0.3694166);
  }

  @Test
  void aRateOverNobodyIsNotDefined() {
    MetricValue fpr =
        byName(IdiaMetrics.of(people("member", true, 1, 2), Cohorts.none())).get("idia.fpr");
    assertThat(fpr.value()).isNull();
    assertThat(fpr.interval()).isNull();
  }

  @Test
  void theForgottenAreCountedOnTheirOwn() {
    Map<String, MetricValue> metrics =
        byName(
            IdiaMetrics.of(
                people("member", true, 3, 6),
                Cohorts.none().with(Cohorts.FORGOTTEN, Set.of("member 0", "member 5"))));
    // R's binom.test(1, 2).
    expect(metrics.get("idia.forgotten.tpr"), 0.5, 0.01257912, 0.98742088);
  }

  private static void expect(MetricValue metric, double value, double low, double high) {
    assertThat(metric.value()).isEqualTo(value);
    var interval = Objects.requireNonNull(metric.interval());
    assertThat(interval.low()).isCloseTo(low, within(1e-6));
    assertThat(interval.high()).isCloseTo(high, within(1e-6));
  }

  private static Map<String, MetricValue> byName(List<MetricValue> values) {
    return values.stream().collect(Collectors.toMap(v -> v.metric().name(), Function.identity()));
  }

  private static List<Finding> people(String kind, boolean member, int recognized, int total) {
    List<Finding> people = new ArrayList<>();
    for (int i = 0; i < total; i++) {
      boolean found = i < recognized;
      people.add(new Finding(kind + " " + i, member, found ? 1 : 0, found));
    }
    return people;
  }
}
