package dev.lethe.clip.huggingface;

import dev.lethe.api.model.TransformerShape;
import dev.lethe.clip.checkpoint.Section;

/** What is said about the blocks of either tower. */
final class Layers {
  private static final String EPSILON = "layer_norm_eps";
  private static final double USUAL_EPSILON = 1e-5;

  private Layers() {}

  /** The sizes of a tower whose section leaves them out. */
  record Usual(int width, int layers, int heads, int mlpWidth) {}

  static TransformerShape read(Section section, Usual usual) {
    if (section.number(EPSILON, USUAL_EPSILON) != USUAL_EPSILON) {
      throw section.unsupported(EPSILON, Double.toString(USUAL_EPSILON));
    }
    return new TransformerShape(
        section.integer("hidden_size", usual.width()),
        section.integer("num_hidden_layers", usual.layers()),
        section.integer("num_attention_heads", usual.heads()),
        section.integer("intermediate_size", usual.mlpWidth()));
  }
}
