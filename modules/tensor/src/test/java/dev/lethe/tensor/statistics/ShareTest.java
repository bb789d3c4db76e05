package dev.lethe.tensor.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import org.junit.jupiter.api.Test;

class ShareTest {
  private static final Metric METRIC =
      new Metric("hits", Metric.Unit.SHARE, Metric.Direction.NEITHER, "Share of the hits.");

  @Test
  void noneOfEightStillAllowsAThird() {
    Interval interval = Share.of(METRIC, 0, 8).interval();
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(1 - Math.pow(0.025, 1 / 8.0), within(1e-12));
  }

  @Test
  void hitsAndMissesAreMirrored() {
    Interval hits = Share.of(METRIC, 3, 10).interval();
    Interval misses = Share.of(METRIC, 7, 10).interval();
    assertThat(hits.low()).isPositive().isCloseTo(1 - misses.high(), within(1e-12));
    assertThat(Share.of(METRIC, 3, 10).value()).isEqualTo(0.3);
  }

  @Test
  void aShareOfNothingIsNotDefined() {
    assertThat(Share.of(METRIC, 0, 0)).isEqualTo(new MetricValue(METRIC, null, null));
  }
}
