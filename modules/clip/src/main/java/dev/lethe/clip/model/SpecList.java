package dev.lethe.clip.model;

import static dev.lethe.api.model.ParameterRole.ATTENTION_INPUT;
import static dev.lethe.api.model.ParameterRole.ATTENTION_OUTPUT;
import static dev.lethe.api.model.ParameterRole.MLP_INPUT;
import static dev.lethe.api.model.ParameterRole.MLP_OUTPUT;
import static dev.lethe.api.model.ParameterRole.NORM;

import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.TransformerShape;
import java.util.ArrayList;
import java.util.List;

/** Collects the slots of a tower in the order in which its computation reads them. */
final class SpecList {
  /** The layer of what belongs to no block. */
  static final int OUTSIDE = -1;

  private final Component tower;
  private final String prefix;
  private final List<ParameterSpec> slots = new ArrayList<>();

  SpecList(Component tower, String prefix) {
    this.tower = tower;
    this.prefix = prefix;
  }

  /** Adds the blocks that {@link TransformerScript} computes. */
  void addTransformer(TransformerShape shape) {
    long width = shape.width();
    for (int layer = 0; layer < shape.layers(); layer++) {
      String block = "transformer.resblocks." + layer + ".";
      addNorm(block + "ln_1", layer, width);
      add(block + "attn.in_proj_weight", ATTENTION_INPUT, layer, 3, 3 * width, width);
      add(block + "attn.in_proj_bias", ATTENTION_INPUT, layer, 3, 3 * width);
      addLinear(block + "attn.out_proj", ATTENTION_OUTPUT, layer, width, width);
      addNorm(block + "ln_2", layer, width);
      addLinear(block + "mlp.c_fc", MLP_INPUT, layer, shape.mlpWidth(), width);
      addLinear(block + "mlp.c_proj", MLP_OUTPUT, layer, width, shape.mlpWidth());
    }
  }

  void addNorm(String name, int layer, long width) {
    add(name + ".weight", NORM, layer, 1, width);
    add(name + ".bias", NORM, layer, 1, width);
  }

  void addLinear(String name, ParameterRole role, int layer, long outputs, long inputs) {
    add(name + ".weight", role, layer, 1, outputs, inputs);
    add(name + ".bias", role, layer, 1, outputs);
  }

  void addOutside(String name, ParameterRole role, long... shape) {
    add(name, role, OUTSIDE, 1, shape);
  }

  void add(String name, ParameterRole role, int layer, int fused, long... shape) {
    slots.add(
        new ParameterSpec(
            new ParameterInfo(prefix + name, tower, layer, role, fused), new Shape(shape)));
  }

  List<ParameterSpec> slots() {
    return List.copyOf(slots);
  }
}
