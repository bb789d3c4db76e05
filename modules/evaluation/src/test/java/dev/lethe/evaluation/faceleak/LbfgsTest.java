package dev.lethe.evaluation.faceleak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LbfgsTest {
  private static final double[] CURVATURES = {1e-3, 1, 10, 1e4};
  private static final double[] MINIMUM = {3, -2, .5, 7};

  @Test
  void theMinimumOfAStretchedBowlIsFound() {
    double[] place = new double[4];
    minimize(LbfgsTest::bowl, place, 1000);
    assertThat(place).usingComparatorWithPrecision(1e-5).containsExactly(MINIMUM);
  }

  @Test
  void aPlaceThatIsTheMinimumIsLeftAsItIs() {
    double[] place = MINIMUM.clone();
    minimize(LbfgsTest::bowl, place, 1000);
    assertThat(place).containsExactly(MINIMUM);
  }

  @Test
  void aFunctionThatGrowsSlowlyIsWalkedDownToo() {
    double[] place = {30};
    minimize(
        (at, gradient) -> {
          gradient[0] = Math.tanh(at[0]);
          return Math.abs(at[0]) + Math.log1p(Math.exp(-2 * Math.abs(at[0])));
        },
        place,
        1000);
    assertThat(place[0]).isBetween(-1e-6, 1e-6);
  }

  @Test
  void noMoreStepsAreTakenThanAllowed() {
    double[] place = new double[4];
    int[] calls = new int[1];
    minimize(
        (at, gradient) -> {
          calls[0]++;
          return bowl(at, gradient);
        },
        place,
        0);
    assertThat(calls[0]).isEqualTo(1);
    assertThat(Arrays.stream(place).sum()).isZero();
  }

  private static void minimize(Lbfgs.Function function, double[] start, int steps) {
    try (Progress.Task work = Progress.silent().begin("minimizing", steps)) {
      Lbfgs.minimize(function, start, 1e-9, steps, work);
    }
  }

  private static double bowl(double[] place, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < place.length; i++) {
      double away = place[i] - MINIMUM[i];
      sum += CURVATURES[i] * away * away / 2;
      gradient[i] = CURVATURES[i] * away;
    }
    return sum;
  }
}
