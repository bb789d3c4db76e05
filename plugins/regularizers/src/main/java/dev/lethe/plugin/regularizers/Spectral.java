package dev.lethe.plugin.regularizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.plugin.Summary;
import dev.lethe.tensor.TorchScript;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code Omega(W') = sum ||W' - W||_*}, the nuclear norm of the change of each matrix: the sum of
 * its singular values, which favors changes of low rank. With the singular value decomposition
 * {@code W' - W = U S V'} its gradient is {@code U V'}, of those singular values that are not zero.
 * Of what is stacked, as query, key and value are, each part is a matrix. Vectors are left alone.
 *
 * <p>Source: Fazel, Hindi and Boyd, "A rank minimization heuristic with application to minimum
 * order system approximation", ACC 2001.
 */
@Summary("Nuclear norm of the change of each matrix, which favors changes of low rank.")
final class Spectral implements Regularizer {
  private static final String SOURCE =
      """
      def nuclear(self, w: Tensor, w0: Tensor) -> Tuple[Tensor, Tensor]:
        u, s, v = torch.linalg_svd(torch.sub(w, w0), False)
        kept = torch.gt(s, torch.mul(torch.max(s), 1.0e-6))
        g = torch.matmul(torch.mul(u, torch.unsqueeze(torch.to(kept, 6), -2)), v)
        return (torch.sum(s), g)
      """;

  private @Nullable TorchScript script;

  @Inject
  Spectral() {}

  @Override
  public void prepare(Start start) {
    script = TorchScript.compile(start.memory(), "Spectral", SOURCE);
  }

  @Override
  public double accumulate(
      NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
    if (script == null) {
      throw new IllegalStateException("prepare has not been called");
    }
    double penalty = 0;
    int i = 0;
    for (Parameter student : pair.student()) {
      NDArray gradient = gradients.get(i++);
      if (student.value().getShape().dimension() < 2) {
        continue;
      }
      NDArray teacher = pair.teacher().get(student.info().name());
      try (NDManager scope = manager.newSubManager()) {
        NDList result =
            script.run(
                scope,
                "nuclear",
                parts(scope, student, student.value()),
                parts(scope, student, teacher));
        NDArray direction = result.get(1).reshape(gradient.getShape()).mul(weight);
        gradient.addi(direction);
        penalty += result.get(0).getFloat();
      }
    }
    return penalty;
  }

  /** Returns the matrices [parts, rows, columns] of a parameter. */
  private static NDArray parts(NDManager scope, Parameter parameter, NDArray value) {
    long rows = value.getShape().get(0) / parameter.info().fused();
    NDArray parts =
        value
            .stopGradient()
            .reshape(
                parameter.info().fused(), rows, value.size() / rows / parameter.info().fused());
    parts.attach(scope);
    return parts;
  }
}
