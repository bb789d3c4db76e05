package dev.lethe.clip.model;

import static dev.lethe.api.model.ParameterRole.ATTENTION_INPUT;
import static dev.lethe.api.model.ParameterRole.CONVOLUTION;
import static dev.lethe.api.model.ParameterRole.NORM_STATISTIC;
import static dev.lethe.api.model.ParameterRole.POSITION_EMBEDDING;
import static dev.lethe.api.model.ParameterRole.PROJECTION;
import static dev.lethe.clip.model.SpecList.OUTSIDE;

import dev.lethe.api.model.Component;
import dev.lethe.api.model.ModifiedResNet;
import java.util.List;

/** The parameters and statistics that {@link ModifiedResNetScript} reads. */
final class ModifiedResNetSpecs {
  /** The tensors of a convolution and the norm behind it. */
  static final int UNIT = 5;

  private final SpecList slots = new SpecList(Component.IMAGE, "visual.");

  private ModifiedResNetSpecs() {}

  static List<ParameterSpec> of(ModifiedResNet vision, int dimension) {
    ModifiedResNetSpecs list = new ModifiedResNetSpecs();
    list.addStem(vision.width());
    list.addStages(vision);
    list.addPooling(vision, dimension);
    return list.slots.slots();
  }

  private void addStem(int width) {
    addUnit("conv1", "bn1", OUTSIDE, width / 2, 3, 3);
    addUnit("conv2", "bn2", OUTSIDE, width / 2, width / 2, 3);
    addUnit("conv3", "bn3", OUTSIDE, width, width / 2, 3);
  }

  private void addStages(ModifiedResNet vision) {
    int layer = 0;
    int inputs = vision.width();
    for (int stage = 0; stage < vision.blocks().size(); stage++) {
      int inner = vision.width() << stage;
      int outputs = inner * ModifiedResNet.EXPANSION;
      for (int block = 0; block < vision.blocks().get(stage); block++) {
        String name = "layer%d.%d.".formatted(stage + 1, block);
        addUnit(name + "conv1", name + "bn1", layer, inner, inputs, 1);
        addUnit(name + "conv2", name + "bn2", layer, inner, inner, 3);
        addUnit(name + "conv3", name + "bn3", layer, outputs, inner, 1);
        if (block == 0) {
          addUnit(name + "downsample.0", name + "downsample.1", layer, outputs, inputs, 1);
        }
        inputs = outputs;
        layer++;
      }
    }
  }

  private void addPooling(ModifiedResNet vision, int dimension) {
    long features = vision.features();
    long side = vision.imageSize() / ModifiedResNet.REDUCTION;
    slots.addOutside(
        "attnpool.positional_embedding", POSITION_EMBEDDING, side * side + 1, features);
    for (String part : List.of("q", "k", "v")) {
      slots.addLinear("attnpool." + part + "_proj", ATTENTION_INPUT, OUTSIDE, features, features);
    }
    slots.addLinear("attnpool.c_proj", PROJECTION, OUTSIDE, dimension, features);
  }

  private void addUnit(
      String convolution, String norm, int layer, long outputs, long inputs, long side) {
    slots.add(convolution + ".weight", CONVOLUTION, layer, 1, outputs, inputs, side, side);
    slots.addNorm(norm, layer, outputs);
    slots.add(norm + ".running_mean", NORM_STATISTIC, layer, 1, outputs);
    slots.add(norm + ".running_var", NORM_STATISTIC, layer, 1, outputs);
  }
}
