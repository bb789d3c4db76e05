package dev.lethe.tensor.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.Parity;
import dev.lethe.tensor.TorchEngine;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DistanceLossTest {
  private static final Offset<Double> ROUNDING = within(1e-9);
  private static final Shape TWO_ROWS = new Shape(2, 3);
  private static final double[] U = {.3, -1.2, .5, 2, .1, -.7};
  private static final double[] V = {.1, .4, -.9, 1.5, .6, .2};
  private static final double[] W = {.25, .6};

  private final NDManager manager = TorchEngine.open(Device.cpu());

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreTheDistancesOfTheFormula(Distance distance) {
    double[] rows = rows(distance, U, V);
    for (int row = 0; row < 2; row++) {
      assertThat(rows[row]).isCloseTo(formula(distance, row, U, V), ROUNDING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theGradientIsThatOfTheWeightedSum(Distance distance) {
    double[] expected =
        NumericGradient.of(
            u -> W[0] * formula(distance, 0, u, V) + W[1] * formula(distance, 1, u, V), U);
    assertThat(gradient(distance, U, V))
        .usingComparatorWithPrecision(1e-7)
        .containsExactly(expected);
  }

  @ParameterizedTest
  @EnumSource
  void distancesAndGradientsOfTheirMeanAreThoseOfPyTorch(Distance distance) {
    String expected = "/distances/" + distance.name();
    Shape shape = new Shape(4, 7);
    NDArray student = manager.create(Parity.numbers("/distances/student"), shape);
    NDArray teacher = manager.create(Parity.numbers("/distances/teacher"), shape);
    student.setRequiresGradient(true);
    double[][] rows = new double[1][];
    try (DistanceLoss loss = DistanceLoss.compile(manager, distance)) {
      Autograd.backward(
          manager,
          scope -> {
            NDArray weights = scope.create(new double[] {.25, .25, .25, .25});
            DistanceLoss.Value value = loss.of(scope, student, teacher, weights);
            rows[0] = value.rows().toDoubleArray();
            return value.loss();
          });
    }
    assertThat(rows[0])
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(Parity.numbers(expected + "/rows"));
    assertThat(Autograd.gradients(manager, List.of(student)).get(0).toDoubleArray())
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(Parity.numbers(expected + "/gradient"));
  }

  @ParameterizedTest
  @EnumSource
  void equalEmbeddingsHaveAGradientOfZero(Distance distance) {
    assertThat(gradient(distance, U, U))
        .usingComparatorWithPrecision(1e-9)
        .containsExactly(new double[6]);
  }

  @Test
  void embeddingsOfZeroGiveNumbers() {
    assertThat(rows(Distance.COSINE, new double[6], V)).containsExactly(-0.0, -0.0);
    assertThat(gradient(Distance.POINCARE, new double[6], V)).doesNotContain(Double.NaN);
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    try (DistanceLoss loss = DistanceLoss.compile(manager, Distance.COSINE)) {
      NDArray u = manager.create(U, TWO_ROWS);
      NDArray wrong = manager.create(V, new Shape(3, 2));
      NDArray weights = manager.create(W);
      assertThatThrownBy(() -> loss.of(manager, u, wrong, weights))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("(2, 3), (3, 2) and (2)");
    }
  }

  private double[] rows(Distance distance, double[] u, double[] v) {
    try (DistanceLoss loss = DistanceLoss.compile(manager, distance)) {
      return loss.of(
              manager,
              manager.create(u, TWO_ROWS),
              manager.create(v, TWO_ROWS),
              manager.create(new double[2]))
          .rows()
          .toDoubleArray();
    }
  }

  private double[] gradient(Distance distance, double[] u, double[] v) {
    NDArray student = manager.create(u, TWO_ROWS);
    student.setRequiresGradient(true);
    try (DistanceLoss loss = DistanceLoss.compile(manager, distance)) {
      Autograd.backward(
          manager,
          scope -> loss.of(scope, student, scope.create(v, TWO_ROWS), scope.create(W)).loss());
    }
    return Autograd.gradients(manager, List.of(student)).get(0).toDoubleArray();
  }

  private static double formula(Distance distance, int row, double[] us, double[] vs) {
    double[] u = {us[3 * row], us[3 * row + 1], us[3 * row + 2]};
    double[] v = {vs[3 * row], vs[3 * row + 1], vs[3 * row + 2]};
    return switch (distance) {
      case COSINE -> -dot(u, v) / Math.sqrt(dot(u, u) * dot(v, v));
      case MEAN_SQUARE -> squared(u, v) / 3;
      case MEAN_ABSOLUTE ->
          (Math.abs(u[0] - v[0]) + Math.abs(u[1] - v[1]) + Math.abs(u[2] - v[2])) / 3;
      case POINCARE -> {
        double[] x = divided(u);
        double[] y = divided(v);
        double cosh = 1 + 2 * squared(x, y) / ((1 - dot(x, x)) * (1 - dot(y, y)) + 1e-10);
        yield Math.log(cosh + Math.sqrt(cosh * cosh - 1));
      }
    };
  }

  private static double dot(double[] u, double[] v) {
    return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
  }

  private static double squared(double[] u, double[] v) {
    double[] d = {u[0] - v[0], u[1] - v[1], u[2] - v[2]};
    return dot(d, d);
  }

  private static double[] divided(double[] u) {
    double l1 = Math.abs(u[0]) + Math.abs(u[1]) + Math.abs(u[2]);
    return new double[] {u[0] / l1, u[1] / l1, u[2] / l1};
  }
}
