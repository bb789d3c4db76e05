package dev.lethe.evaluation.collateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeCountsTest {

  @Test
  void everyPersonIsInExactlyOneGroup() {
    ChangeCounts counts = new ChangeCounts();
    add(counts, 5, true, true, false);
    add(counts, 1, true, true, true);
    add(counts, 1, true, false, true);
    add(counts, 1, true, false, false);
    add(counts, 18, false, true, true);
    add(counts, 2, false, true, false);
    add(counts, 7, false, false, false);
    add(counts, 1, false, false, true);

    Map<String, MetricValue> metrics = byName(counts);

    assertThat(values(metrics))
        .containsEntry("collateral.wrongly-forgotten.count", 2.0)
        .containsEntry("collateral.newly-recalled.count", 1.0)
        .containsEntry("collateral.unchanged.count", 25.0)
        .containsEntry("collateral.correctly-forgotten.count", 5.0)
        .containsEntry("collateral.failed.count", 1.0)
        .containsEntry("collateral.unknown-before.count", 2.0)
        .hasSize(12);
    // SciPy's binomtest(2, 28).proportion_ci(0.95, "exact").
    Interval interval =
        Objects.requireNonNull(metrics.get("collateral.wrongly-forgotten").interval());
    assertThat(interval.low()).isCloseTo(0.00877050, within(1e-7));
    assertThat(interval.high()).isCloseTo(0.23503477, within(1e-7));
  }

  @Test
  void sharesAreOfAllWhoAskedAndOfAllWhoDidNot() {
    ChangeCounts counts = new ChangeCounts();
    add(counts, 5, true, true, false);
    add(counts, 1, true, true, true);
    add(counts, 2, true, false, false);
    add(counts, 12, false, true, true);
    add(counts, 2, false, true, false);
    add(counts, 5, false, false, false);
    add(counts, 1, false, false, true);

    assertThat(values(byName(counts)))
        .containsEntry("collateral.wrongly-forgotten", 2 / 20.0)
        .containsEntry("collateral.newly-recalled", 1 / 20.0)
        .containsEntry("collateral.unchanged", 17 / 20.0)
        .containsEntry("collateral.correctly-forgotten", 5 / 8.0)
        .containsEntry("collateral.failed", 1 / 8.0)
        .containsEntry("collateral.unknown-before", 2 / 8.0);
  }

  @Test
  void whoWasUnknownBeforeHasNotFailedAndWhoAskedIsNotUnchanged() {
    ChangeCounts counts = new ChangeCounts();
    add(counts, 1, true, false, true);
    add(counts, 1, true, false, false);
    add(counts, 1, true, true, true);

    assertThat(counts.metrics())
        .filteredOn(value -> value.metric().unit() == Unit.COUNT)
        .filteredOn(value -> Objects.requireNonNull(value.value()) > 0)
        .extracting(value -> value.metric().name() + " " + value.value())
        .containsExactly("collateral.failed.count 1.0", "collateral.unknown-before.count 2.0");
  }

  @Test
  void aShareOverNobodyIsNotDefined() {
    ChangeCounts counts = new ChangeCounts();
    add(counts, 3, true, true, false);
    assertThat(counts.metrics())
        .filteredOn(value -> value.metric().unit() == Unit.SHARE && value.value() == null)
        .hasSize(3)
        .allSatisfy(share -> assertThat(share.interval()).isNull())
        .extracting(value -> value.metric().name())
        .containsExactly(
            "collateral.wrongly-forgotten", "collateral.newly-recalled", "collateral.unchanged");
  }

  private static Map<String, MetricValue> byName(ChangeCounts counts) {
    return counts.metrics().stream()
        .collect(Collectors.toMap(value -> value.metric().name(), Function.identity()));
  }

  private static Map<String, Double> values(Map<String, MetricValue> metrics) {
    return metrics.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, e -> Objects.requireNonNull(e.getValue().value())));
  }

  private static void add(
      ChangeCounts counts, int people, boolean asked, boolean before, boolean after) {
    IntStream.range(0, people).forEach(i -> counts.add(asked, before, after));
  }
}
