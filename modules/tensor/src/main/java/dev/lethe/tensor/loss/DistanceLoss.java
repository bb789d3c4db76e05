package dev.lethe.tensor.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.TorchScript;

/** The weighted sum of the distances of many pairs of embeddings. Owns native memory. */
public final class DistanceLoss implements AutoCloseable {
  // acosh(1 + z) is written as log1p(z + sqrt(z(z + 2))), which loses no digits where z is small.
  // Its slope is infinite at z = 0, where a student starts: equal rows are masked, or 0 * inf
  // would make the first gradient NaN.
  private static final String SOURCE =
      """
      def cosine(self, u: Tensor, v: Tensor) -> Tensor:
        return -torch.cosine_similarity(u, v, 1, 1e-8)

      def mean_square(self, u: Tensor, v: Tensor) -> Tensor:
        return torch.mean(torch.square(u - v), [1])

      def mean_absolute(self, u: Tensor, v: Tensor) -> Tensor:
        return torch.mean(torch.abs(u - v), [1])

      def unit(self, x: Tensor) -> Tensor:
        return x / torch.clamp_min(torch.sum(torch.abs(x), [1], True), 1e-12)

      def poincare(self, u: Tensor, v: Tensor) -> Tensor:
        u1 = self.unit(u)
        v1 = self.unit(v)
        uu = 1 - torch.sum(torch.square(u1), [1])
        vv = 1 - torch.sum(torch.square(v1), [1])
        z = 2 * torch.sum(torch.square(u1 - v1), [1]) / (uu * vv + 1e-10)
        apart = z > 0
        z1 = torch.where(apart, z, torch.ones_like(z))
        return torch.where(apart, torch.log1p(z1 + torch.sqrt(z1 * (z1 + 2))), torch.zeros_like(z))

      def weighted(self, u: Tensor, v: Tensor, w: Tensor) -> Tuple[Tensor, Tensor]:
        rows = self.%s(u, v)
        return (torch.sum(rows * w), torch.detach(rows))
      """;

  private final TorchScript script;

  private DistanceLoss(TorchScript script) {
    this.script = script;
  }

  /**
   * Prepares a loss.
   *
   * @param manager closes the loss when it is closed
   */
  public static DistanceLoss compile(NDManager manager, Distance distance) {
    return new DistanceLoss(
        TorchScript.compile(manager, "DistanceLoss", SOURCE.formatted(distance.function)));
  }

  /**
   * Computes the loss.
   *
   * @param owner owns the result; must stay open until the backward pass, as must the inputs
   * @param student embeddings [n, d]
   * @param teacher embeddings [n, d]
   * @param weights one for each row [n]; 1/n everywhere makes the loss the mean
   * @throws IllegalArgumentException if the shapes are others
   */
  public Value of(NDManager owner, NDArray student, NDArray teacher, NDArray weights) {
    Shape shape = student.getShape();
    if (shape.dimension() != 2
        || !teacher.getShape().equals(shape)
        || !weights.getShape().equals(new Shape(shape.get(0)))) {
      throw new IllegalArgumentException(
          "expected student [n, d], teacher [n, d] and weights [n], found %s, %s and %s"
              .formatted(shape, teacher.getShape(), weights.getShape()));
    }
    NDList result = script.call(owner, "weighted", student, teacher, weights);
    return new Value(result.get(0), result.get(1));
  }

  @Override
  public void close() {
    script.close();
  }

  /**
   * A loss.
   *
   * @param loss the weighted sum of the distances, one element, differentiable
   * @param rows the distance of each row, not weighted [n], without a graph
   */
  public record Value(NDArray loss, NDArray rows) {}
}
