package dev.lethe.evaluation.collateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.metric.Interval;
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

    Map<String, MetricValue> metrics =
        counts.metrics().stream()
            .collect(Collectors.toMap(v -> v.metric().name(), Function.identity()));

    assertThat(values(metrics))
        .containsEntry("collateral.wrongly-forgotten", 0.1)
        .containsEntry("collateral.newly-recalled", 0.125)
        .containsEntry("collateral.correctly-forgotten.count", 5.0)
        .containsEntry("collateral.failed.count", 2.0)
        .containsEntry("collateral.wrongly-forgotten.count", 2.0)
        .containsEntry("collateral.newly-recalled.count", 1.0)
        .containsEntry("collateral.unchanged.count", 26.0)
        .hasSize(7);
    // R's binom.test(2, 20).
    Interval interval =
        Objects.requireNonNull(metrics.get("collateral.wrongly-forgotten").interval());
    assertThat(interval.low()).isCloseTo(0.01234853, within(1e-7));
    assertThat(interval.high()).isCloseTo(0.31698271, within(1e-7));
  }

  @Test
  void aShareOverNobodyIsNotDefined() {
    ChangeCounts counts = new ChangeCounts();
    add(counts, 3, true, true, false);
    assertThat(counts.metrics().subList(0, 2))
        .allSatisfy(share -> assertThat(share.value()).isNull())
        .allSatisfy(share -> assertThat(share.interval()).isNull());
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
