package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Precision;
import dev.lethe.tensor.TorchEngine;
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
    results(PrecisionScript.of(Precision.FP32), inputs, direction)
        .requireNear(results(PYTORCH, inputs, direction));
  }

  private Differentiated results(String source, List<NDArray> inputs, NDArray direction) {
    return Differentiated.of(manager, source, "attend_causally", inputs, direction);
  }

  /** Of texts, heads, tokens, sizes of a head; laid out as the towers have them. */
  private NDArray values(int texts, int length) {
    return manager.randomNormal(new Shape(texts, length, 2, 8)).transpose(0, 2, 1, 3);
  }
}
