package dev.lethe.clip.model;

import static dev.lethe.api.model.ParameterRole.CLASS_EMBEDDING;
import static dev.lethe.api.model.ParameterRole.PATCH_EMBEDDING;
import static dev.lethe.api.model.ParameterRole.POSITION_EMBEDDING;
import static dev.lethe.api.model.ParameterRole.PROJECTION;

import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionTransformer;
import java.util.List;

/** The parameters that {@link VisionTransformerScript} reads. */
final class VisionTransformerSlots {
  private VisionTransformerSlots() {}

  static List<ParameterSpec> of(VisionTransformer vision, int dimension) {
    int width = vision.transformer().width();
    int patch = vision.patchSize();
    long side = vision.imageSize() / patch;
    SpecList slots = new SpecList(Component.IMAGE, "visual.");
    slots.addOutside("class_embedding", CLASS_EMBEDDING, width);
    slots.addOutside("positional_embedding", POSITION_EMBEDDING, side * side + 1, width);
    slots.addOutside("conv1.weight", PATCH_EMBEDDING, width, 3, patch, patch);
    slots.addNorm("ln_pre", SpecList.OUTSIDE, width);
    slots.addTransformer(vision.transformer());
    slots.addNorm("ln_post", SpecList.OUTSIDE, width);
    slots.addOutside("proj", PROJECTION, width, dimension);
    return slots.slots();
  }
}
