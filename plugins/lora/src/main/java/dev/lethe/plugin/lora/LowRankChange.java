package dev.lethe.plugin.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The change of one linear layer, {@code s B A}.
 *
 * @param module the layer
 * @param a [r, inputs]
 * @param b [outputs, r]
 */
record LowRankChange(LinearModule module, NDArray a, NDArray b) {

  /**
   * Starts with no change: A as PyTorch's linear layers start, evenly between ±1/sqrt(inputs), and
   * B as zero.
   *
   * @param stored the shape of the tensor that holds the layer's weight
   */
  static LowRankChange start(
      NDManager memory, LinearModule module, Shape stored, int rank, SplittableRandom random) {
    long outputs = stored.get(0) / module.weight().fused();
    int inputs = (int) stored.get(1);
    double bound = 1 / Math.sqrt(inputs);
    float[] values = new float[rank * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-bound, bound);
    }
    return new LowRankChange(
        module,
        memory.create(values, new Shape(rank, inputs)),
        memory.zeros(new Shape(outputs, rank)));
  }

  /** Returns A, then B, as PEFT names them. */
  List<Parameter> factors() {
    return List.of(factor("lora_A", a), factor("lora_B", b));
  }

  private Parameter factor(String factor, NDArray value) {
    ParameterInfo weight = module.weight();
    String name = "%s.%s.weight".formatted(module.nameInModel(), factor);
    return new Parameter(
        new ParameterInfo(name, weight.component(), weight.layer(), weight.role(), 1), value);
  }
}
