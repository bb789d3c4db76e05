package dev.lethe.clip.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchScript;
import java.util.List;

/** What a function written as TorchScript gives, then the gradients of its inputs. */
record Differentiated(NDList results) {
  private static final double NEAR = 1e-5;

  /**
   * Computes them.
   *
   * @param direction what the result is multiplied with before it is summed
   */
  static Differentiated of(
      NDManager manager, String source, String function, List<NDArray> inputs, NDArray direction) {
    List<NDArray> leaves = inputs.stream().map(NDArray::duplicate).toList();
    leaves.forEach(leaf -> leaf.setRequiresGradient(true));
    float[][] result = new float[1][];
    try (TorchScript script = TorchScript.compile(manager, "Differentiated", source)) {
      Autograd.backward(
          manager,
          scope -> {
            NDArray y = script.call(scope, function, leaves.toArray()).singletonOrThrow();
            result[0] = y.toFloatArray();
            return y.mul(direction).sum();
          });
    }
    NDList all = new NDList(manager.create(result[0], direction.getShape()));
    all.addAll(Autograd.gradients(manager, leaves));
    return new Differentiated(all);
  }

  void requireNear(Differentiated expected) {
    for (int i = 0; i < expected.results.size(); i++) {
      NDArray one = expected.results.get(i);
      assertThat(norm(results.get(i).sub(one)))
          .as("result %d", i)
          .isLessThan(NEAR * Math.max(1, norm(one)));
    }
  }

  private static double norm(NDArray array) {
    return array.norm().toType(DataType.FLOAT64, false).getDouble();
  }
}
