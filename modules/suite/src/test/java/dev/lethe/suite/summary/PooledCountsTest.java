package dev.lethe.suite.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.metric.Count;
import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class PooledCountsTest {
  private static final Metric RATE = new Metric("toy.rate", Unit.SHARE, Direction.LOWER, "A rate.");

  /** SciPy's binomtest(1, 16).proportion_ci(0.95, "exact"). */
  @Test
  void countsHaveTheIntervalOfAllOfThem() {
    Interval interval = PooledCounts.interval(List.of(counted(0, 8), counted(1, 8))).orElseThrow();
    assertThat(interval.low()).isCloseTo(.00158111, within(1e-7));
    assertThat(interval.high()).isCloseTo(.30232073, within(1e-7));
  }

  @Test
  void anIntervalAloneIsNoCount() {
    MetricValue measured = new MetricValue(RATE, 0., new Interval(0, .36941665));
    assertThat(PooledCounts.interval(List.of(counted(0, 8), measured))).isEmpty();
    assertThat(PooledCounts.interval(List.of())).isEmpty();
  }

  private static MetricValue counted(long hits, long total) {
    return new MetricValue(RATE, (double) hits / total, null, new Count(hits, total));
  }
}
