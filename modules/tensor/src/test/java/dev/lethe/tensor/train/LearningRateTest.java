package dev.lethe.tensor.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.tensor.Parity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearningRateTest {

  @Test
  void multiStepFallsAtItsMilestones() {
    LearningRate rate = LearningRate.multiStep(1e-4, List.of(200, 300), .5);
    assertThat(rate.at(0)).isEqualTo(1e-4);
    assertThat(rate.at(199)).isEqualTo(1e-4);
    assertThat(rate.at(200)).isEqualTo(5e-5);
    assertThat(rate.at(300)).isEqualTo(2.5e-5);
  }

  @Test
  void warmUpRisesLinearlyAndTheCosineFallsToZero() {
    LearningRate rate = LearningRate.warmUpThenCosine(8, 4, 12);
    assertThat(rate.at(0)).isEqualTo(2);
    assertThat(rate.at(3)).isEqualTo(8);
    assertThat(rate.at(4)).isEqualTo(8);
    assertThat(rate.at(8)).isCloseTo(4, within(1e-12));
    assertThat(rate.at(12)).isCloseTo(0, within(1e-12));
  }

  @Test
  void withoutWarmUpTheCosineBeginsAtThePeak() {
    assertThat(LearningRate.warmUpThenCosine(8, 0, 12).at(0)).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource
  void aScheduleIsThatOfPyTorch(RateSchedule schedule) {
    double[] expected = Parity.numbers("/" + schedule.name());
    LearningRate rate = schedule.of(1e-4, expected.length, List.of(3, 5), .1);
    assertThat(expected).hasSize(8);
    for (int step = 0; step < expected.length; step++) {
      assertThat(rate.at(step)).isCloseTo(expected[step], within(1e-18));
    }
  }
}
