package dev.lethe.defense.weightnorm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.tensor.TorchScript;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The sum over all tensors p' of ||p' - p||, not squared. Its gradient is (p' - p) / ||p' - p||,
 * and zero where p' = p, as in the first step: automatic differentiation would give NaN there.
 *
 * <p>Source: Hintersdorf et al., "Defending Our Privacy With Backdoors", ECAI 2024, section 3.
 */
@Summary("Holds every tensor near the original by the L2 norm of its change, not squared.")
public final class WeightNorm implements Regularizer {
  private static final String SOURCE =
      """
      def accumulate(self, student: List[Tensor], teacher: List[Tensor], g: List[Tensor], \
      beta: float) -> Tensor:
        total = torch.zeros_like(torch.sum(g[0]))
        for i in range(len(student)):
          d = student[i] - teacher[i]
          norm = torch.linalg_vector_norm(d)
          factor = torch.where(norm > 0, beta / norm, torch.zeros_like(norm))
          _0 = torch.add_(g[i], torch.mul_(d, factor))
          total = total + norm
        return total
      """;

  private final TorchScript script;

  @Inject
  WeightNorm(RunContext run) {
    script = TorchScript.compile(run.manager(), "WeightNorm", SOURCE);
  }

  @Override
  public double accumulate(
      NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
    return script
        .run(
            manager,
            "accumulate",
            pair.student().arrays(),
            pair.teacher().arrays(),
            gradients,
            weight)
        .singletonOrThrow()
        .getFloat();
  }
}
