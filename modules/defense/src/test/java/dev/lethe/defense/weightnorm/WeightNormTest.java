package dev.lethe.defense.weightnorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.Autograd;
import dev.lethe.testkit.TestRunContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeightNormTest {
  private final TestRunContext run = new TestRunContext(0);
  private final NDManager manager = run.manager();
  private final NDArray matrix = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
  private final NDArray vector = manager.create(new float[] {5, 6});
  private final NDArray teacherMatrix = manager.create(new float[] {1, 0, 2, 4}, new Shape(2, 2));
  private final NDArray teacherVector = manager.create(new float[] {2, 10});

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void theGradientIsThatOfAutomaticDifferentiation() {
    List<NDArray> student = List.of(matrix, vector);
    student.forEach(p -> p.setRequiresGradient(true));
    double expected =
        Autograd.backward(
            manager,
            scope -> matrix.sub(teacherMatrix).norm().add(vector.sub(teacherVector).norm()));
    NDList automatic = Autograd.gradients(manager, student);

    NDList analytic = new NDList(matrix.zerosLike(), vector.zerosLike());
    double penalty =
        new WeightNorm(run)
            .accumulate(manager, pair(matrix, vector, teacherMatrix, teacherVector), analytic, 1);

    assertThat(penalty).isEqualTo(Math.sqrt(5) + 5, within(1e-5)).isEqualTo(expected, within(1e-5));
    for (int i = 0; i < 2; i++) {
      assertThat(analytic.get(i).toFloatArray())
          .usingComparatorWithPrecision(1e-6f)
          .containsExactly(automatic.get(i).toFloatArray());
    }
  }

  @Test
  void theWeightScalesTheGradientAndNotTheValue() {
    NDList gradients =
        new NDList(manager.ones(new Shape(2, 2)), manager.create(new float[] {10, 20}));
    double penalty =
        new WeightNorm(run)
            .accumulate(manager, pair(matrix, vector, matrix, teacherVector), gradients, .5);
    assertThat(penalty).isEqualTo(5, within(1e-6));
    assertThat(gradients.get(0).toFloatArray()).containsExactly(1, 1, 1, 1);
    assertThat(gradients.get(1).toFloatArray())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(10 + .3f, 20 - .4f);
  }

  @Test
  void inTheFirstStepThereIsNoPenaltyAndNoGradient() {
    NDList gradients = new NDList(matrix.zerosLike(), vector.zerosLike());
    double penalty =
        new WeightNorm(run).accumulate(manager, pair(matrix, vector, matrix, vector), gradients, 1);
    assertThat(penalty).isZero();
    assertThat(gradients.get(0).toFloatArray()).containsOnly(0);
    assertThat(gradients.get(1).toFloatArray()).containsOnly(0);
  }

  private static ParameterPair pair(NDArray a, NDArray b, NDArray teacherA, NDArray teacherB) {
    return new ParameterPair(parameters(a, b), parameters(teacherA, teacherB));
  }

  private static ParameterSet parameters(NDArray a, NDArray b) {
    return new ParameterSet(List.of(parameter("a", a), parameter("b", b)));
  }

  private static Parameter parameter(String name, NDArray value) {
    return new Parameter(
        new ParameterInfo(name, Component.TEXT, -1, ParameterRole.PROJECTION, 1), value);
  }
}
