package dev.lethe.suite.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.metric.Interval;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void theSameSeedGivesTheSameInterval() {
    double[] values = {.1, .4, .2};
    assertThat(Bootstrap.ofMean(values, 1)).isEqualTo(Bootstrap.ofMean(values, 1));
  }

  @Test
  void valuesThatAreAllTheSameLeaveNoDoubt() {
    assertThat(Bootstrap.ofMean(new double[] {.5, .5}, 1)).isEqualTo(new Interval(.5, .5));
  }

  /** The mean of 400 values is nearly normal with a twentieth of their deviation. */
  @Test
  void manyValuesGiveTheIntervalOfTheNormalDistribution() {
    double[] values = new Random(1).doubles(400).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double deviation =
        Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 400);
    Interval interval = Bootstrap.ofMean(values, 3);
    assertThat(interval.low()).isCloseTo(mean - 1.96 * deviation / 20, within(.002));
    assertThat(interval.high()).isCloseTo(mean + 1.96 * deviation / 20, within(.002));
  }
}
