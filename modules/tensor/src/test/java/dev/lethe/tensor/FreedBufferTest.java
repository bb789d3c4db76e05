package dev.lethe.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.loss.ContrastiveLoss;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A loss whose buffers are freed before the backward pass has silently wrong gradients, and only
 * when memory is short. Here it is always short. The first test shows that this would be seen.
 */
class FreedBufferTest {
  private static final Shape ROWS = new Shape(4, 3);

  private final NDManager manager = TorchEngine.open(Device.cpu());
  private final NDArray student = manager.create(numbers(1, 12), ROWS);

  @BeforeEach
  void train() {
    student.setRequiresGradient(true);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void aLossWithANumberOperandWouldBeCaught() {
    boolean caught =
        IntStream.range(0, 10)
            .anyMatch(
                attempt -> {
                  float[] gradient = underPressure(scope -> student.mul(0.125f).sum());
                  return gradient[0] != 0.125f;
                });
    assertThat(caught).as("a wrong gradient in one of ten attempts").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void everyDistanceHasTheSameGradientUnderPressure(Distance distance) {
    try (DistanceLoss loss = DistanceLoss.compile(manager, distance)) {
      assertPressureChangesNothing(
          scope ->
              loss.of(
                      scope,
                      student,
                      scope.create(numbers(2, 12), ROWS),
                      scope.create(numbers(3, 4)))
                  .loss());
    }
  }

  @Test
  void theContrastiveLossHasTheSameGradientUnderPressure() {
    try (ContrastiveLoss loss = ContrastiveLoss.compile(manager)) {
      assertPressureChangesNothing(
          scope ->
              loss.of(
                  scope,
                  student,
                  scope.create(numbers(2, 12), ROWS),
                  scope.create(new long[] {0, 1, 2, 3}),
                  scope.create(1.5f)));
    }
  }

  private void assertPressureChangesNothing(Function<NDManager, NDArray> loss) {
    float[] expected = gradient(loss);
    for (int attempt = 0; attempt < 3; attempt++) {
      assertThat(underPressure(loss)).containsExactly(expected);
    }
  }

  private float[] underPressure(Function<NDManager, NDArray> loss) {
    return gradient(
        scope -> {
          NDArray value = loss.apply(scope);
          MemoryPressure.apply();
          return value;
        });
  }

  private float[] gradient(Function<NDManager, NDArray> loss) {
    Autograd.backward(manager, loss);
    try (NDManager step = manager.newSubManager()) {
      NDArray gradient = Autograd.gradients(step, List.of(student)).get(0);
      float[] values = gradient.toFloatArray();
      gradient.muli(step.zeros(ROWS));
      return values;
    }
  }

  private static float[] numbers(long seed, int count) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
