package dev.lethe.clip.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.clip.model.ParameterSpec;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @Test
  void aTensorThatNeedsNoChangeBecomesTheParameterItself() {
    NDArray stored = manager.arange(6f);
    NDArray sameMemory = stored.reshape(2, 3);
    NDArray value =
        Layout.join(manager, Placement.as("w"), slot(new Shape(2, 3)), new NDList(stored));
    sameMemory.subi(sameMemory);
    assertThat(value.toFloatArray()).containsOnly(0).hasSize(6);
  }

  @Test
  void tensorsThatAreJoinedAreNotKeptBesideTheResult() {
    NDList stored = new NDList(manager.full(new Shape(2), 1f), manager.full(new Shape(2), 2f));
    Placement placement = new Placement(List.of("q", "k"), false);
    NDArray value = Layout.join(manager, placement, slot(new Shape(4)), stored);
    assertThat(value.toFloatArray()).containsExactly(1, 1, 2, 2);
    assertThat(manager.getManagedArrays()).containsExactly(value);
  }

  @Test
  void aMatrixIsExchangedAndNotKeptBesideTheResult() {
    NDArray stored = manager.arange(6f).reshape(2, 3);
    int before = manager.getManagedArrays().size();
    NDArray value =
        Layout.join(manager, Placement.transposed("w"), slot(new Shape(3, 2)), new NDList(stored));
    assertThat(value.toFloatArray()).containsExactly(0, 3, 1, 4, 2, 5);
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  private static ParameterSpec slot(Shape shape) {
    return new ParameterSpec(
        new ParameterInfo("w", Component.TEXT, 0, ParameterRole.MLP_INPUT, 1), shape);
  }
}
