package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attention to the first token alone against attention to all. */
class FirstTokenTest {
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({"8, 2, 5, 3", "8, 1, 1, 1", "64, 4, 17, 9", "256, 4, 50, 2"})
  void whatItGivesAndItsGradientsAreThoseOfAttentionToAll(
      int width, int heads, int tokens, int pictures) {
    manager.getEngine().setRandomSeed(width + tokens);
    TransformerShape shape = new TransformerShape(width, 1, heads, 4 * width);
    List<NDArray> inputs =
        List.of(
            values(1, pictures, tokens, width).mul(3),
            values(1, width).add(1),
            values(1, width),
            values(2 / Math.sqrt(width), 3 * width, width),
            values(1, 3 * width));
    NDArray direction = values(1, pictures, width);

    results(FirstTokenScript.absorbed(shape), shape, inputs, direction)
        .requireNear(results(FirstTokenScript.plain(shape), shape, inputs, direction));
  }

  private Differentiated results(
      String first, TransformerShape shape, List<NDArray> inputs, NDArray direction) {
    String source =
        TransformerScript.blocks(shape, Activation.GELU, false, TokenProducts.PLAIN, Precision.FP32)
            + first
            + """
            def run(self, x: Tensor, g: Tensor, h: Tensor, w: Tensor, b: Tensor) -> Tensor:
              return (self).first([g, h, w, b], 0, x)
            """;
    return Differentiated.of(manager, source, "run", inputs, direction);
  }

  private NDArray values(double scale, long... shape) {
    return manager.randomNormal(new Shape(shape)).mul(scale);
  }
}
