package dev.lethe.clip.model;

import static dev.lethe.api.model.ParameterRole.ATTENTION_INPUT;
import static dev.lethe.api.model.ParameterRole.ATTENTION_OUTPUT;
import static dev.lethe.api.model.ParameterRole.CLASS_EMBEDDING;
import static dev.lethe.api.model.ParameterRole.LOGIT_SCALE;
import static dev.lethe.api.model.ParameterRole.MLP_INPUT;
import static dev.lethe.api.model.ParameterRole.MLP_OUTPUT;
import static dev.lethe.api.model.ParameterRole.NORM;
import static dev.lethe.api.model.ParameterRole.PATCH_EMBEDDING;
import static dev.lethe.api.model.ParameterRole.POSITION_EMBEDDING;
import static dev.lethe.api.model.ParameterRole.PROJECTION;
import static dev.lethe.api.model.ParameterRole.TOKEN_EMBEDDING;

import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.Tower;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionArchitecture;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the parameters of a tower as OpenCLIP names them, in the order in which {@link TextScript}
 * and {@link ImageScript} read them.
 */
public final class Slots {
  private static final int OUTSIDE = -1;

  private final Tower tower;
  private final String prefix;
  private final List<Slot> slots = new ArrayList<>();

  private Slots(Tower tower, String prefix) {
    this.tower = tower;
    this.prefix = prefix;
  }

  /** Lists the parameters of the towers that are there and, where both are, the temperature. */
  public static List<Slot> of(Architecture architecture) {
    List<Slot> slots = new ArrayList<>();
    TextArchitecture text = architecture.text();
    VisionArchitecture vision = architecture.vision();
    if (text != null) {
      slots.addAll(of(text, architecture.dimension()));
    }
    if (vision != null) {
      slots.addAll(of(vision, architecture.dimension()));
    }
    if (text != null && vision != null) {
      slots.add(logitScale());
    }
    return List.copyOf(slots);
  }

  /** Lists the text tower's parameters; {@code dimension} is that of the embeddings. */
  public static List<Slot> of(TextArchitecture text, int dimension) {
    int width = text.transformer().width();
    Slots slots = new Slots(Tower.TEXT, "");
    slots.addOutside("token_embedding.weight", TOKEN_EMBEDDING, text.vocabularySize(), width);
    slots.addOutside("positional_embedding", POSITION_EMBEDDING, text.contextLength(), width);
    slots.addBlocks(text.transformer());
    slots.addNorm("ln_final", OUTSIDE, width);
    if (text.projected()) {
      slots.addOutside("text_projection", PROJECTION, width, dimension);
    }
    return List.copyOf(slots.slots);
  }

  /** Lists the image tower's parameters; {@code dimension} is that of the embeddings. */
  public static List<Slot> of(VisionArchitecture vision, int dimension) {
    int width = vision.transformer().width();
    int patch = vision.patchSize();
    long side = vision.imageSize() / patch;
    Slots slots = new Slots(Tower.IMAGE, "visual.");
    slots.addOutside("class_embedding", CLASS_EMBEDDING, width);
    slots.addOutside("positional_embedding", POSITION_EMBEDDING, side * side + 1, width);
    slots.addOutside("conv1.weight", PATCH_EMBEDDING, width, 3, patch, patch);
    slots.addNorm("ln_pre", OUTSIDE, width);
    slots.addBlocks(vision.transformer());
    slots.addNorm("ln_post", OUTSIDE, width);
    slots.addOutside("proj", PROJECTION, width, dimension);
    return List.copyOf(slots.slots);
  }

  /** Returns the temperature, which belongs to both towers. */
  public static Slot logitScale() {
    return new Slot(
        new ParameterInfo("logit_scale", Tower.BOTH, OUTSIDE, LOGIT_SCALE, 1), new Shape());
  }

  private void addBlocks(TransformerShape shape) {
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

  private void addNorm(String name, int layer, long width) {
    add(name + ".weight", NORM, layer, 1, width);
    add(name + ".bias", NORM, layer, 1, width);
  }

  private void addLinear(String name, ParameterRole role, int layer, long outputs, long inputs) {
    add(name + ".weight", role, layer, 1, outputs, inputs);
    add(name + ".bias", role, layer, 1, outputs);
  }

  private void addOutside(String name, ParameterRole role, long... shape) {
    add(name, role, OUTSIDE, 1, shape);
  }

  private void add(String name, ParameterRole role, int layer, int fused, long... shape) {
    slots.add(
        new Slot(new ParameterInfo(prefix + name, tower, layer, role, fused), new Shape(shape)));
  }
}
