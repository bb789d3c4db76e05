package dev.lethe.clip.model;

import static dev.lethe.api.model.ParameterRole.LOGIT_SCALE;
import static dev.lethe.api.model.ParameterRole.POSITION_EMBEDDING;
import static dev.lethe.api.model.ParameterRole.PROJECTION;
import static dev.lethe.api.model.ParameterRole.TOKEN_EMBEDDING;

import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionTransformer;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the parameters of a tower as OpenCLIP names them, in the order in which {@link TextScript}
 * and {@link ImageComputation} read them.
 */
public final class ParameterSpecs {
  private ParameterSpecs() {}

  /** Lists the parameters of the towers that are there and, where both are, the temperature. */
  public static List<ParameterSpec> of(Architecture architecture) {
    List<ParameterSpec> slots = new ArrayList<>();
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
  public static List<ParameterSpec> of(TextArchitecture text, int dimension) {
    int width = text.transformer().width();
    SpecList slots = new SpecList(Component.TEXT, "");
    slots.addOutside("token_embedding.weight", TOKEN_EMBEDDING, text.vocabularySize(), width);
    slots.addOutside("positional_embedding", POSITION_EMBEDDING, text.contextLength(), width);
    slots.addTransformer(text.transformer());
    slots.addNorm("ln_final", SpecList.OUTSIDE, width);
    if (text.projected()) {
      slots.addOutside("text_projection", PROJECTION, width, dimension);
    }
    return slots.slots();
  }

  /** Lists the image tower's parameters; {@code dimension} is that of the embeddings. */
  public static List<ParameterSpec> of(VisionArchitecture vision, int dimension) {
    return vision instanceof ModifiedResNet resNet
        ? ModifiedResNetSpecs.of(resNet, dimension)
        : VisionTransformerSlots.of((VisionTransformer) vision, dimension);
  }

  /** Returns the temperature, which belongs to both towers. */
  public static ParameterSpec logitScale() {
    return new ParameterSpec(
        new ParameterInfo("logit_scale", Component.SHARED, SpecList.OUTSIDE, LOGIT_SCALE, 1),
        new Shape());
  }
}
