package dev.lethe.clip.huggingface;

import dev.lethe.api.model.Activation;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.clip.checkpoint.Section;

/**
 * What is said about the image tower.
 *
 * @param architecture its shape
 * @param activation of its MLPs
 */
record VisionSection(VisionArchitecture architecture, Activation activation) {
  private static final int COLORS = 3;

  static VisionSection read(Section section) {
    if (section.integer("num_channels", COLORS) != COLORS) {
      throw section.unsupported("num_channels", "3");
    }
    return new VisionSection(
        new VisionTransformer(
            section.side("image_size", 224),
            section.side("patch_size", 32),
            Layers.read(section, new Layers.Usual(768, 12, 12, 3072))),
        HiddenAct.read(section));
  }
}
