package dev.lethe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.metric.Count;
import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Metric FOUND =
      new Metric("toy.found", Unit.SHARE, Direction.LOWER, "Who is found.");

  @Test
  void aCountedShareIsFiveNumbersAndOneMetric() {
    MetricValue value = new MetricValue(FOUND, .25, new Interval(.1, .6), new Count(2, 8));
    Metrics metrics = new Metrics(Metrics.numbers(value), Map.of());
    assertThat(metrics.before())
        .isEqualTo(
            Map.of(
                "toy.found", .25,
                "toy.found.low", .1,
                "toy.found.high", .6,
                "toy.found.hits", 2.,
                "toy.found.total", 8.));
    assertThat(metrics.readings(List.of()))
        .extracting(reading -> reading.metric().name())
        .containsExactly("toy.found");
    assertThat(metrics.values(List.of(FOUND))).containsExactly(value);
  }

  @Test
  void aMetricOfItsOwnMayEndLikeAPart() {
    Metrics metrics = new Metrics(Map.of("toy.hits", 3.), Map.of());
    assertThat(metrics.readings(List.of())).extracting(Reading::before).containsExactly(3.);
  }

  @Test
  void whatCannotBeACountIsNone() {
    Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
    numbers.put("toy.found", .5);
    numbers.put("toy.found.hits", 9.);
    numbers.put("toy.found.total", 8.);
    assertThat(new Metrics(numbers, Map.of()).values(List.of(FOUND)).get(0).count()).isNull();
  }

  @Test
  void aRedactedReportTellsNoCounts() {
    MetricValue value = new MetricValue(FOUND, .25, null, new Count(2, 8));
    assertThat(new Metrics(Metrics.numbers(value), Map.of()).redacted(List.of(FOUND)).before())
        .containsOnlyKeys("toy.found");
  }
}
