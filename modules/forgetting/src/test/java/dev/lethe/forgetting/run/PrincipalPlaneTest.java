package dev.lethe.forgetting.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.testkit.TestRunContext;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrincipalPlaneTest {
  private static TestRunContext context;

  @BeforeAll
  static void open() {
    context = new TestRunContext(0);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Test
  void axesThatHardlyDifferAreFoundExactly() {
    double[] spread = {1, .999, .998};
    double[][] points = new double[2 * spread.length][4];
    for (int i = 0; i < spread.length; i++) {
      points[2 * i][i] = spread[i];
      points[2 * i + 1][i] = -spread[i];
    }
    PrincipalPlane plane = plane(points);
    assertThat(plane.project(new double[] {1, 2, 3, 4}))
        .containsExactly(new double[] {1, 2}, within(1e-9));
    double total = 1 + .999 * .999 + .998 * .998;
    assertThat(plane.explained().get(0)).isCloseTo(1 / total, within(1e-12));
    assertThat(plane.explained().get(1)).isCloseTo(.999 * .999 / total, within(1e-12));
  }

  @Test
  void theMiddleOfThePointsIsTheMiddleOfThePlane() {
    Random random = new Random(3);
    double[][] points = new double[30][16];
    double[] mean = new double[16];
    for (double[] point : points) {
      for (int j = 0; j < point.length; j++) {
        point[j] = 5 + random.nextGaussian() * (16 - j);
        mean[j] += point[j] / points.length;
      }
    }
    assertThat(plane(points).project(mean)).containsExactly(new double[2], within(1e-9));
  }

  @Test
  void anAxisPointsToWhereItsLargestCoordinateIsPositive() {
    double[][] points = {{-3, 1}, {3, -1}, {.1, .3}, {-.1, -.3}};
    assertThat(plane(points).project(new double[] {3, -1})[0])
        .isCloseTo(Math.sqrt(10), within(1e-9));
    assertThat(plane(points).project(new double[] {.1, .3})[1])
        .isCloseTo(Math.sqrt(.1), within(1e-9));
  }

  @Test
  void onePointAndPointsOnALineHaveAPlaneToo() {
    PrincipalPlane point = plane(new double[][] {{1, 2, 3}});
    assertThat(point.project(new double[] {7, 7, 7})).containsExactly(0, 0);
    assertThat(point.explained()).containsExactly(0.0, 0.0);
    PrincipalPlane line = plane(new double[][] {{0, 0, 0}, {0, 2, 0}, {0, 4, 0}});
    assertThat(line.project(new double[] {9, 3, 9}))
        .containsExactly(new double[] {1, 0}, within(1e-9));
    assertThat(line.explained()).containsExactly(1.0, 0.0);
  }

  private static PrincipalPlane plane(double[][] points) {
    return new PrincipalPlane(context.manager(), points);
  }
}
