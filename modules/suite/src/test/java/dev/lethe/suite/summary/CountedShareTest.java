package dev.lethe.suite.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedShareTest {
  private static final Metric RATE = new Metric("toy.rate", Unit.SHARE, Direction.LOWER, "A rate.");

  @Test
  void whatWasCountedIsFoundAgainByItsInterval() {
    for (CountedShare counted :
        List.of(
            new CountedShare(0, 8),
            new CountedShare(8, 8),
            new CountedShare(1, 3),
            new CountedShare(2, 6),
            new CountedShare(56, 64),
            new CountedShare(948, 1000))) {
      assertThat(CountedShare.of(value(counted))).contains(counted);
    }
  }

  @Test
  void anotherIntervalIsNoCount() {
    assertThat(CountedShare.of(new MetricValue(RATE, .5, new Interval(.4, .6)))).isEmpty();
    assertThat(CountedShare.of(new MetricValue(RATE, .5, null))).isEmpty();
    assertThat(CountedShare.of(new MetricValue(RATE, null, null))).isEmpty();
  }

  /** SciPy's binomtest(1, 16).proportion_ci(0.95, "exact"). */
  @Test
  void pooledCountsHaveTheIntervalOfAllOfThem() {
    Interval interval =
        CountedShare.pooled(List.of(new CountedShare(0, 8), new CountedShare(1, 8))).interval();
    assertThat(interval.low()).isCloseTo(.00158111, within(1e-7));
    assertThat(interval.high()).isCloseTo(.30232073, within(1e-7));
  }

  private static MetricValue value(CountedShare counted) {
    return new MetricValue(RATE, (double) counted.hits() / counted.total(), counted.interval());
  }
}
