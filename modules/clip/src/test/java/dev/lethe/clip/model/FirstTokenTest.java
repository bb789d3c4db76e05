package dev.lethe.clip.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.TorchScript;
import dev.lethe.testkit.TestDevice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attention to the first token alone against attention to all. */
class FirstTokenTest {
  private static final double NEAR = 1e-5;

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

    List<NDArray> all = results(FirstTokenScript.plain(shape), shape, inputs, direction);
    List<NDArray> first = results(FirstTokenScript.absorbed(shape), shape, inputs, direction);

    for (int i = 0; i < all.size(); i++) {
      double error = norm(first.get(i).sub(all.get(i)));
      assertThat(error).as("result %d", i).isLessThan(NEAR * Math.max(1, norm(all.get(i))));
    }
  }

  /** Returns what attention gives, then the gradients of all inputs. */
  private List<NDArray> results(
      String first, TransformerShape shape, List<NDArray> inputs, NDArray direction) {
    String source =
        TransformerScript.blocks(shape, Activation.GELU, false, Precision.FP32)
            + first
            + """
            def run(self, x: Tensor, p: List[Tensor]) -> Tensor:
              return (self).first(p, 0, x)
            """;
    List<NDArray> leaves = inputs.stream().map(NDArray::duplicate).toList();
    leaves.forEach(leaf -> leaf.setRequiresGradient(true));
    float[][] result = new float[1][];
    try (TorchScript script = TorchScript.compile(manager, "FirstToken", source)) {
      Autograd.backward(
          manager,
          scope -> {
            NDArray y =
                script
                    .call(scope, "run", leaves.get(0), leaves.subList(1, leaves.size()))
                    .singletonOrThrow();
            result[0] = y.toFloatArray();
            return y.mul(direction).sum();
          });
    }
    NDList results = new NDList(manager.create(result[0], direction.getShape()));
    results.addAll(Autograd.gradients(manager, leaves));
    return results;
  }

  private NDArray values(double scale, long... shape) {
    return manager.randomNormal(new Shape(shape)).mul(scale);
  }

  private static double norm(NDArray array) {
    return array.norm().toType(DataType.FLOAT64, false).getDouble();
  }
}
