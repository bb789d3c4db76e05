package dev.lethe.plugin.regularizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchScript;
import jakarta.inject.Inject;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Elastic weight consolidation: {@code Omega(p') = 1/2 sum F (p' - p)^2} with the diagonal Fisher
 * information {@code F = mean_i (d log p(y_i | c_i) / dp)^2} of the teacher; its gradient is {@code
 * F (p' - p)}. The likelihood is that of telling ordinary captions or pictures c apart: {@code p(j
 * | c_i)} is the softmax over j of {@code scale cos(M'(c_i), M(c_j))}, and the label y_i is drawn
 * from it, so that F is the Fisher information and not the empirical one.
 *
 * <p>Source: Kirkpatrick et al., "Overcoming catastrophic forgetting in neural networks", PNAS
 * 2017, equation 3; Kunstner et al., "Limitations of the Empirical Fisher Approximation", NeurIPS
 * 2019, on why labels are drawn.
 */
@Summary("Squared distance to the teacher's parameters, weighted by their Fisher information.")
final class Ewc implements Regularizer {
  private static final String SOURCE =
      """
      def unit(self, x: Tensor) -> Tensor:
        return x / torch.clamp_min(torch.linalg_vector_norm(x, 2, [1], True), 1e-12)
      def likelihood(self, e: Tensor, t: Tensor, scale: Tensor) -> Tensor:
        s = torch.matmul(self.unit(e), torch.transpose(self.unit(t), 0, 1))
        return torch.log_softmax(scale * s, 1)
      def pick(self, p: Tensor, y: Tensor) -> Tensor:
        return torch.sum(torch.gather(p, 1, y))
      """;

  private final EwcSettings settings;
  private final RunContext run;
  private final NDList fisher = new NDList();

  @Inject
  Ewc(EwcSettings settings, RunContext run) {
    this.settings = settings;
    this.run = run;
  }

  @Override
  public void prepare(Start start) {
    fisher.clear();
    List<NDArray> weights = start.pair().student().arrays();
    weights.forEach(each -> fisher.add(start.memory().zeros(each.getShape())));
    SplittableRandom random = new SplittableRandom(run.seed("ewc"));
    int count = Math.min(settings.samples(), start.probe().rows());
    try (NDManager memory = start.memory().newSubManager();
        TorchScript script = TorchScript.compile(memory, "Ewc", SOURCE)) {
      NDArray labels = start.probe().teacher(memory, rows(start, settings.labels(), random));
      NDArray scale = memory.create((float) settings.scale());
      for (int row : rows(start, count, random)) {
        try (NDManager scope = memory.newSubManager()) {
          double chance = random.nextDouble();
          Autograd.backward(
              scope,
              inner -> {
                NDArray own = start.probe().student(inner, row);
                NDArray likelihood =
                    script.call(inner, "likelihood", own, labels, scale).singletonOrThrow();
                long label = draw(likelihood.toFloatArray(), chance);
                NDArray drawn = inner.create(new long[][] {{label}});
                return script.call(inner, "pick", likelihood, drawn).singletonOrThrow();
              });
          addSquares(Autograd.gradients(scope, weights), count);
        }
        Autograd.zeroGradients(weights);
      }
    }
  }

  @Override
  public double accumulate(
      NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
    return Autograd.withoutGradients(
        () -> {
          double penalty = 0;
          int i = 0;
          for (Parameter student : pair.student()) {
            NDArray teacher = pair.teacher().get(student.info().name());
            // DJL attaches a result to the manager of the left operand, here the parameter's own.
            try (NDArray difference = student.value().sub(teacher);
                NDArray slope = difference.mul(fisher.get(i));
                NDArray product = slope.mul(difference);
                NDArray sum = product.sum();
                NDArray gradient = slope.mul(weight)) {
              gradients.get(i++).addi(gradient);
              penalty += sum.getFloat() / 2;
            }
          }
          return penalty;
        });
  }

  private void addSquares(NDList gradients, int count) {
    Autograd.withoutGradients(
        () -> {
          for (int i = 0; i < gradients.size(); i++) {
            try (NDArray square = gradients.get(i).square();
                NDArray share = square.div(count)) {
              fisher.get(i).addi(share);
            }
          }
          return null;
        });
  }

  /** Draws different rows, as many as there are at most. */
  private static int[] rows(Start start, int most, SplittableRandom random) {
    int all = start.probe().rows();
    return random.ints(0, all).distinct().limit(Math.min(most, all)).toArray();
  }

  private static long draw(float[] logProbabilities, double chance) {
    double below = 0;
    for (int i = 0; i < logProbabilities.length; i++) {
      below += StrictMath.exp(logProbabilities[i]);
      if (chance < below) {
        return i;
      }
    }
    return logProbabilities.length - 1L;
  }
}
