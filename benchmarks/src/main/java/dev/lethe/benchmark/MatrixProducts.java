package dev.lethe.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Precision;
import dev.lethe.tensor.TorchScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The matrix products of a transformer's forward pass and nothing else, in one large batch of
 * {@code tokens}: what the machine can give at most.
 */
final class MatrixProducts implements Job {
  private static final int LAYERS = 12;
  private static final int WIDTH = 512;
  private static final int MLP = 2048;

  /**
   * Converts once for many products: DJL cannot hold bfloat16 itself. One value of each product is
   * added up, since TorchScript leaves out what nobody asks for.
   */
  private static final String SOURCE =
      """
      def multiply(self, states: Tensor, weights: Tensor, type: int, times: int) -> Tensor:
        x = torch.to(states, type)
        w = torch.to(weights, type)
        sum = torch.select(torch.select(x, 0, 0), 0, 0)
        for i in range(times):
          y = torch.matmul(x, w)
          sum = torch.add(sum, torch.select(torch.select(y, 0, 0), 0, 0))
        return torch.to(sum, 6)
      """;

  private static final int FP32 = 6; // c10::ScalarType::Float
  private static final int BF16 = 15; // c10::ScalarType::BFloat16

  @Override
  public Map<String, Object> run(Arguments arguments, Lethe lethe, Turns turns) {
    int tokens = arguments.number("tokens");
    NDManager manager = lethe.manager();
    List<NDArray[]> layer = new ArrayList<>();
    for (int[] size :
        new int[][] {{WIDTH, 3 * WIDTH}, {WIDTH, WIDTH}, {WIDTH, MLP}, {MLP, WIDTH}}) {
      NDArray states = manager.randomNormal(new Shape(tokens, size[0]));
      layer.add(new NDArray[] {states, manager.randomNormal(new Shape(size[0], size[1]))});
    }
    try (TorchScript script = TorchScript.compile(manager, "MatrixProducts", SOURCE)) {
      turns.take(arguments.number("rounds"), turn -> multiply(lethe, script, layer));
    }
    return Map.of("flop", 2L * tokens * LAYERS * WIDTH * (4 * WIDTH + 2 * MLP));
  }

  private static Map<String, Object> multiply(
      Lethe lethe, TorchScript script, List<NDArray[]> layer) {
    int type = lethe.precision() == Precision.BF16 ? BF16 : FP32;
    for (NDArray[] factors : layer) {
      try (NDList sum =
          script.run(lethe.manager(), "multiply", factors[0], factors[1], type, LAYERS)) {
        sum.singletonOrThrow().getFloat();
      }
    }
    return Map.of();
  }
}
