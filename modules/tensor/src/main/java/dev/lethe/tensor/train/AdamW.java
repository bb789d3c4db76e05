package dev.lethe.tensor.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.TorchScript;
import java.util.List;

/**
 * PyTorch's own AdamW, fused, on many tensors at once; beta is (0.9, 0.999) and epsilon 1e-8. DJL's
 * optimizer of that name adds epsilon before the bias correction and so gives other numbers.
 *
 * <p>Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", ICLR 2019.
 */
public final class AdamW {
  private static final String SOURCE =
      """
      def update(self, p: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], \
      t: List[Tensor], rate: float, decay: float) -> None:
        torch._foreach_add_(t, 1)
        unused = annotate(List[Tensor], [])
        torch._fused_adamw_(p, g, m, v, unused, t, lr=rate, beta1=0.9, beta2=0.999, \
      weight_decay=decay, eps=1e-8, amsgrad=False, maximize=False)
        return None

      def restore(self, to: List[Tensor], values: List[Tensor]) -> None:
        torch._foreach_copy_(to, values)
        return None
      """;

  private final TorchScript script;
  private final NDList parameters;
  private final double weightDecay;
  private final NDList means = new NDList();
  private final NDList squares = new NDList();
  private final NDList steps = new NDList();

  /**
   * Starts with moments of zero.
   *
   * @param owner owns the moments, twice the memory of the parameters
   * @param parameters tensors of 32-bit floats, all on one device
   * @param weightDecay the share of each value, times the learning rate, that is lost in a step;
   *     not negative
   */
  public AdamW(NDManager owner, List<NDArray> parameters, double weightDecay) {
    this.script = TorchScript.compile(owner, "AdamW", SOURCE);
    this.parameters = new NDList(parameters);
    this.weightDecay = weightDecay;
    for (NDArray parameter : parameters) {
      means.add(owner.zeros(parameter.getShape()));
      squares.add(owner.zeros(parameter.getShape()));
      steps.add(owner.zeros(new Shape(), DataType.FLOAT32));
    }
  }

  /**
   * Changes the parameters.
   *
   * @param scope owns what is computed on the way
   * @param gradients one for each parameter, in order
   */
  public void update(NDManager scope, List<NDArray> gradients, double learningRate) {
    script.run(
        scope, "update", parameters, gradients, means, squares, steps, learningRate, weightDecay);
  }

  /**
   * Returns everything that an update changes: the parameters, then the optimizer's own tensors.
   */
  NDList state() {
    NDList state = new NDList(4 * parameters.size());
    List.of(parameters, means, squares, steps).forEach(state::addAll);
    return state;
  }

  /** Puts values back that {@link #state()} gave. */
  void restore(NDManager scope, NDList values) {
    script.run(scope, "restore", state(), values);
  }
}
