package dev.lethe.testkit.defense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.defense.Regularizer.Start;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.Autograd;
import dev.lethe.testkit.TestRunContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Regularizer} must do, whether it looks at weights alone or at what they make of
 * data too. The model here is a line: its embedding of a row (x, z) is (x · first, z · second).
 */
public abstract class RegularizerContractTest {
  private static final float[][] TEACHER = {{0.5f, -1f, 2f, 0.25f}, {1f, 3f, -2f}};
  private static final float[][] STUDENT = {{0.9f, -1.4f, 1.5f, 0.5f}, {1.75f, 2.5f, -1.75f}};

  private final TestRunContext run = new TestRunContext(0);
  private NDManager manager;

  /** For subclasses. */
  protected RegularizerContractTest() {}

  /** Creates a regularizer. */
  protected abstract Regularizer regularizer();

  @BeforeEach
  void start() {
    manager = run.manager();
  }

  @AfterEach
  void free() {
    run.close();
  }

  @Test
  void withoutDriftPenaltyAndGradientAreFinite() {
    float[][] gradients = {new float[4], new float[3]};
    assertThat(accumulate(TEACHER, gradients, 1)).isFinite();
    for (float[] gradient : gradients) {
      for (float value : gradient) {
        assertThat(value).isFinite();
      }
    }
  }

  @Test
  void theGradientIsTheSlopeOfThePenalty() {
    float[][] gradients = {new float[4], new float[3]};
    accumulate(STUDENT, gradients, 1);
    float width = 1 / 64f;
    for (int tensor = 0; tensor < STUDENT.length; tensor++) {
      for (int i = 0; i < STUDENT[tensor].length; i++) {
        double above = penalty(moved(tensor, i, width));
        double below = penalty(moved(tensor, i, -width));
        assertThat((double) gradients[tensor][i])
            .isEqualTo((above - below) / (2 * width), within(5e-3));
      }
    }
  }

  @Test
  void theWeightScalesTheGradientAndNotThePenalty() {
    float[][] one = {new float[4], new float[3]};
    float[][] four = {new float[4], new float[3]};
    double penalty = accumulate(STUDENT, one, 1);
    assertThat(accumulate(STUDENT, four, 4)).isEqualTo(penalty);
    for (int tensor = 0; tensor < one.length; tensor++) {
      for (int i = 0; i < one[tensor].length; i++) {
        assertThat(four[tensor][i]).isEqualTo(4 * one[tensor][i], within(1e-5f));
      }
    }
  }

  @Test
  void theGradientIsAddedToWhatIsThere() {
    float[][] fromZero = {new float[4], new float[3]};
    float[][] fromTen = {{10, 10, 10, 10}, {10, 10, 10}};
    accumulate(STUDENT, fromZero, 1);
    accumulate(STUDENT, fromTen, 1);
    for (int tensor = 0; tensor < fromZero.length; tensor++) {
      for (int i = 0; i < fromZero[tensor].length; i++) {
        assertThat(fromTen[tensor][i]).isEqualTo(10 + fromZero[tensor][i], within(1e-5f));
      }
    }
  }

  @Test
  void theParametersStayAsTheyAre() {
    Regularizer regularizer = regularizer();
    ParameterPair pair = prepared(regularizer);
    set(pair.student(), STUDENT);
    regularizer.accumulate(manager, pair, gradients(pair), 1);
    for (int tensor = 0; tensor < STUDENT.length; tensor++) {
      assertThat(pair.student().arrays().get(tensor).toFloatArray()).isEqualTo(STUDENT[tensor]);
      assertThat(pair.teacher().arrays().get(tensor).toFloatArray()).isEqualTo(TEACHER[tensor]);
    }
  }

  @Test
  void aStepLeavesNothingInNativeMemory() {
    Regularizer regularizer = regularizer();
    ParameterPair pair = prepared(regularizer);
    set(pair.student(), STUDENT);
    NDList gradients = gradients(pair);
    regularizer.accumulate(manager, pair, gradients, 1);
    int before = manager.getManagedArrays().size();
    try (NDManager step = manager.newSubManager()) {
      regularizer.accumulate(step, pair, gradients, 1);
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
    assertThat(gradients).noneMatch(NDArray::hasGradient);
  }

  private double penalty(float[][] student) {
    return accumulate(student, new float[][] {new float[4], new float[3]}, 1);
  }

  /** Adds to the gradients, in place, and returns the penalty. */
  private double accumulate(float[][] student, float[][] gradients, double weight) {
    Regularizer regularizer = regularizer();
    ParameterPair pair = prepared(regularizer);
    set(pair.student(), student);
    NDList arrays = gradients(pair);
    for (int tensor = 0; tensor < gradients.length; tensor++) {
      manager.create(gradients[tensor]).copyTo(arrays.get(tensor));
    }
    double penalty = regularizer.accumulate(manager, pair, arrays, weight);
    for (int tensor = 0; tensor < gradients.length; tensor++) {
      float[] sums = arrays.get(tensor).toFloatArray();
      System.arraycopy(sums, 0, gradients[tensor], 0, sums.length);
    }
    return penalty;
  }

  /** Returns a pair that is the teacher twice, for which a regularizer is prepared. */
  private ParameterPair prepared(Regularizer regularizer) {
    ParameterPair pair = new ParameterPair(parameters(TEACHER), parameters(TEACHER));
    pair.student().forEach(parameter -> parameter.value().setRequiresGradient(true));
    Autograd.makeGradients(manager, pair.student().arrays());
    regularizer.prepare(new Start(manager, pair, new LinearProbe(pair)));
    Autograd.zeroGradients(pair.student().arrays());
    return pair;
  }

  private NDList gradients(ParameterPair pair) {
    return Autograd.gradients(manager, pair.student().arrays());
  }

  private void set(ParameterSet parameters, float[][] values) {
    List<NDArray> arrays = parameters.arrays();
    for (int tensor = 0; tensor < values.length; tensor++) {
      NDArray array = arrays.get(tensor);
      NDArray value = manager.create(values[tensor]);
      Autograd.withoutGradients(
          () -> {
            value.copyTo(array);
            return null;
          });
    }
  }

  private ParameterSet parameters(float[][] values) {
    return new ParameterSet(
        List.of(
            parameter("first", ParameterRole.MLP_INPUT, manager.create(values[0])),
            parameter("second", ParameterRole.PROJECTION, manager.create(values[1]))));
  }

  private static Parameter parameter(String name, ParameterRole role, NDArray value) {
    return new Parameter(new ParameterInfo(name, Component.TEXT, -1, role, 1), value);
  }

  private static float[][] moved(int tensor, int index, float by) {
    float[][] moved = {STUDENT[0].clone(), STUDENT[1].clone()};
    moved[tensor][index] += by;
    return moved;
  }
}
