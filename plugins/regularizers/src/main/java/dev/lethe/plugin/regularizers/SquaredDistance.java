package dev.lethe.plugin.regularizers;

import ai.djl.ndarray.NDArray;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.tensor.Autograd;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * {@code sum_l s_l ||p'_l - p_l||^2} over the parameters p' of the student and p of the teacher,
 * whose gradient is {@code 2 s_l (p'_l - p_l)}.
 *
 * @param scale s_l, of each parameter
 */
record SquaredDistance(ToDoubleFunction<ParameterInfo> scale) {

  /** Returns the distance, and adds its gradients times a weight to others. */
  double accumulate(ParameterPair pair, List<NDArray> gradients, double weight) {
    return Autograd.withoutGradients(
        () -> {
          double penalty = 0;
          int i = 0;
          for (Parameter student : pair.student()) {
            double own = scale.applyAsDouble(student.info());
            NDArray teacher = pair.teacher().get(student.info().name());
            // DJL attaches a result to the manager of the left operand, here the parameter's own.
            try (NDArray difference = student.value().sub(teacher);
                NDArray square = difference.square();
                NDArray sum = square.sum();
                NDArray gradient = difference.mul(2 * own * weight)) {
              gradients.get(i++).addi(gradient);
              penalty += own * sum.getFloat();
            }
          }
          return penalty;
        });
  }
}
