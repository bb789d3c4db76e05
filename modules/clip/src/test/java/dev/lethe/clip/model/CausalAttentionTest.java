package dev.lethe.clip.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Precision;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.TorchScript;
import dev.lethe.testkit.TestDevice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How texts attend against PyTorch's own causal attention. */
class CausalAttentionTest {
  private static final String PYTORCH =
      """
      def attend_causally(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        return torch.scaled_dot_product_attention(q, k, v, None, 0., True)
      """;

  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 14, 77})
  void resultsAndGradientsAreThoseOfPyTorch(int length) {
    manager.getEngine().setRandomSeed(length);
    List<NDArray> inputs = List.of(values(3, length), values(3, length).mul(4), values(3, length));
    NDArray direction = values(3, length);
    List<NDArray> ours = results(PrecisionScript.of(Precision.FP32), inputs, direction);
    List<NDArray> expected = results(PYTORCH, inputs, direction);
    for (int i = 0; i < expected.size(); i++) {
      double size = expected.get(i).norm().toType(DataType.FLOAT64, false).getDouble();
      double error =
          ours.get(i).sub(expected.get(i)).norm().toType(DataType.FLOAT64, false).getDouble();
      assertThat(error).as("result " + i).isLessThan(1e-5 * Math.max(size, 1));
    }
  }

  /** Returns what attention gives, then the gradients of q, k and v. */
  private List<NDArray> results(String source, List<NDArray> inputs, NDArray direction) {
    List<NDArray> leaves = inputs.stream().map(NDArray::duplicate).toList();
    leaves.forEach(leaf -> leaf.setRequiresGradient(true));
    float[][] result = new float[1][];
    try (TorchScript script = TorchScript.compile(manager, "Attention", source)) {
      Autograd.backward(
          manager,
          scope -> {
            NDArray y = script.call(scope, "attend_causally", leaves.toArray()).singletonOrThrow();
            result[0] = y.toFloatArray();
            return y.mul(direction).sum();
          });
    }
    NDList all = new NDList(manager.create(result[0], direction.getShape()));
    all.addAll(Autograd.gradients(manager, leaves));
    return all;
  }

  /** Of texts, heads, tokens, sizes of a head; laid out as the towers have them. */
  private NDArray values(int texts, int length) {
    return manager.randomNormal(new Shape(texts, length, 2, 8)).transpose(0, 2, 1, 3);
  }
}
