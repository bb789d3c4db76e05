package @package@;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.plugin.Summary;
import dev.lethe.tensor.Autograd;
import jakarta.inject.Inject;
import java.util.List;

/**
 * {@code Omega(p') = s * sum ||p' - p||^2} over all parameter tensors p' of the student and p of the
 * teacher, where s is the scale; its gradient is {@code 2 s (p' - p)}.
 */
@Summary("Squared distance of the student's parameters to the teacher's.")
final class @Class@ implements Regularizer {
  private final @Class@Settings settings;

  @Inject
  @Class@(@Class@Settings settings) {
    this.settings = settings;
  }

  @Override
  public double accumulate(
      NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
    double s = settings.scale();
    return Autograd.withoutGradients(
        () -> {
          double penalty = 0;
          int i = 0;
          for (Parameter student : pair.student()) {
            NDArray teacher = pair.teacher().get(student.info().name());
            // A result belongs to the manager of the left operand, which outlives this step: close it.
            try (NDArray difference = student.value().sub(teacher);
                NDArray square = difference.square();
                NDArray sum = square.sum();
                NDArray gradient = difference.mul(2 * s * weight)) {
              gradients.get(i++).addi(gradient);
              penalty += s * sum.getFloat();
            }
          }
          return penalty;
        });
  }
}
