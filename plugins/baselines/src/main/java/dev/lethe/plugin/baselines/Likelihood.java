package dev.lethe.plugin.baselines;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.tensor.TorchScript;

/** The losses that are made of likelihoods, as {@link Objective} says; owns native memory. */
final class Likelihood implements AutoCloseable {
  private static final String SOURCE =
      """
      def unit(self, x: Tensor) -> Tensor:
        return x / torch.clamp_min(torch.linalg_vector_norm(x, 2, [1], True), 1e-12)
      def likelihood(self, e: Tensor, t: Tensor) -> Tensor:
        s = torch.matmul(self.unit(e), torch.transpose(self.unit(t), 0, 1))
        return torch.diagonal(torch.log_softmax(100. * s, 1))
      def ascent(self, e: Tensor, t: Tensor) -> Tensor:
        return torch.mean(self.likelihood(e, t))
      def retain(self, e: Tensor, t: Tensor) -> Tensor:
        return -torch.mean(self.likelihood(e, t))
      def preference(self, e: Tensor, t: Tensor, beta: Tensor) -> Tensor:
        ratio = self.likelihood(e, t) - self.likelihood(t, t)
        return -torch.mean(torch.log_sigmoid(-(beta * ratio))) * 2. / beta
      def weighted(self, loss: Tensor, weight: Tensor) -> Tensor:
        return loss * weight
      """;

  private final TorchScript script;

  Likelihood(NDManager manager) {
    script = TorchScript.compile(manager, "Likelihood", SOURCE);
  }

  /** Returns the mean of log p. */
  NDArray ascent(NDManager scope, NDArray student, NDArray teacher) {
    return script.call(scope, "ascent", student, teacher).singletonOrThrow();
  }

  /** Returns the mean of -log p. */
  NDArray retain(NDManager scope, NDArray student, NDArray teacher) {
    return script.call(scope, "retain", student, teacher).singletonOrThrow();
  }

  /** Returns the mean of -(2/beta) log sigmoid(-beta log(p/p0)). */
  NDArray preference(NDManager scope, NDArray student, NDArray teacher, double beta) {
    return script
        .call(scope, "preference", student, teacher, scope.create((float) beta))
        .singletonOrThrow();
  }

  /** Returns a loss times its weight. */
  NDArray weighted(NDManager scope, NDArray loss, double weight) {
    return script.call(scope, "weighted", loss, scope.create((float) weight)).singletonOrThrow();
  }

  @Override
  public void close() {
    script.close();
  }
}
