package dev.lethe.clip.openclip;

import dev.lethe.api.model.TransformerShape;
import dev.lethe.clip.checkpoint.Section;

/** What is said about the blocks of a transformer in either tower; the defaults are OpenCLIP's. */
final class Layers {
  private Layers() {}

  static TransformerShape read(Section section, int width, int heads) {
    double mlp = width * section.number("mlp_ratio", 4.0);
    return new TransformerShape(width, section.integer("layers", 12), heads, (int) mlp);
  }
}
