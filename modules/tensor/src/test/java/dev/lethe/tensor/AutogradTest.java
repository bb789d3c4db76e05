package dev.lethe.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutogradTest {
  private final NDManager manager = TorchEngine.open(Device.cpu());
  private final NDArray parameter = manager.create(new float[] {1, 2, 3});

  @BeforeEach
  void trainParameter() {
    parameter.setRequiresGradient(true);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void backwardGivesTheLossAndItsGradient() {
    double loss = Autograd.backward(manager, scope -> parameter.mul(parameter).sum());
    assertThat(loss).isEqualTo(14);
    assertThat(gradient()).containsExactly(2, 4, 6);
  }

  @Test
  void gradientsOfSeveralLossesAddUp() {
    Autograd.backward(manager, scope -> parameter.sum());
    Autograd.backward(manager, scope -> parameter.mul(parameter).sum());
    assertThat(gradient()).containsExactly(3, 5, 7);
  }

  @Test
  void theGradientIsTheAccumulatorItself() {
    Autograd.backward(manager, scope -> parameter.sum());
    try (NDManager step = manager.newSubManager()) {
      Autograd.gradients(step, List.of(parameter)).get(0).subi(1f);
    }
    Autograd.backward(manager, scope -> parameter.sum());
    assertThat(gradient()).containsExactly(1, 1, 1);
  }

  @Test
  void gradientsThatWereMadeAreTheAccumulatorsOfAllThatFollows() {
    Autograd.makeGradients(manager, List.of(parameter));
    assertThat(gradient()).containsExactly(0, 0, 0);
    try (NDManager step = manager.newSubManager()) {
      Autograd.gradients(step, List.of(parameter)).get(0).addi(1f);
    }
    Autograd.backward(manager, scope -> parameter.sum());
    assertThat(gradient()).containsExactly(2, 2, 2);
  }

  @Test
  void gradientsThatAreNotFiniteCanBeSetToZero() {
    NDArray scale = manager.create(new float[] {Float.NaN, Float.POSITIVE_INFINITY, 1});
    Autograd.backward(manager, scope -> parameter.mul(scale).sum());
    assertThat(gradient()).contains(Float.NaN);
    Autograd.zeroGradients(List.of(parameter));
    assertThat(gradient()).containsExactly(0, 0, 0);
  }

  @Test
  void gradientModeIsWhatItWasBefore() {
    boolean before = JniUtils.isGradMode();
    Autograd.backward(manager, scope -> parameter.sum());
    assertThat(JniUtils.isGradMode()).isEqualTo(before);
    Autograd.withoutGradients(() -> parameter.sum());
    assertThat(JniUtils.isGradMode()).isEqualTo(before);
    assertThatThrownBy(
            () ->
                Autograd.backward(
                    manager,
                    scope -> {
                      throw new IllegalStateException("inside");
                    }))
        .hasMessage("inside");
    assertThat(JniUtils.isGradMode()).isEqualTo(before);
  }

  @Test
  void withoutGradientsRecordsNothing() {
    NDArray y = Autograd.withoutGradients(() -> parameter.mul(parameter));
    assertThat(y.hasGradient()).isFalse();
  }

  @Test
  void aLossWithoutAGraphIsRefused() {
    assertThatThrownBy(() -> Autograd.backward(manager, scope -> scope.create(1f)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("does not require grad");
  }

  @Test
  void aLossOfSeveralElementsIsRefused() {
    assertThatThrownBy(() -> Autograd.backward(manager, scope -> parameter.mul(parameter)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(3)");
  }

  @Test
  void memoryStaysFlatEvenWhereDjlAttachesToTheParameter() {
    Autograd.backward(manager, scope -> parameter.mul(parameter).sum());
    int before = manager.getManagedArrays().size();
    for (int i = 0; i < 10; i++) {
      Autograd.backward(manager, scope -> parameter.mul(parameter).sum());
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  private float[] gradient() {
    try (NDManager step = manager.newSubManager()) {
      return Autograd.gradients(step, List.of(parameter)).get(0).toFloatArray();
    }
  }
}
