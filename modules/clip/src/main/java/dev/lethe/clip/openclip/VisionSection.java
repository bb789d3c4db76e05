package dev.lethe.clip.openclip;

import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.clip.checkpoint.Section;

/** What {@code vision_cfg} says; a list of layers makes it a modified ResNet. */
final class VisionSection {
  private static final String IMAGE_SIZE = "image_size";
  private static final String LAYERS = "layers";
  private static final String WIDTH = "width";
  private static final String HEAD_WIDTH = "head_width";
  private static final int USUAL_IMAGE_SIZE = 224;
  private static final int USUAL_HEAD_WIDTH = 64;

  private VisionSection() {}

  /**
   * Reads the shape of an image tower; the defaults are OpenCLIP's.
   *
   * @throws IllegalArgumentException if sizes do not fit each other
   */
  static VisionArchitecture read(Section section) {
    section.requires("timm_model_name");
    section.requires("pool_type", "tok");
    section.requires("pos_embed_type", "learnable");
    section.requires("block_type", "default");
    section.ignores(
        "patch_dropout",
        "attn_pooler_queries",
        "attn_pooler_heads",
        "final_ln_after_pool",
        "timm_pool",
        "timm_proj",
        "timm_drop",
        "timm_drop_path",
        "timm_model_pretrained");
    VisionArchitecture vision = section.isList(LAYERS) ? resNet(section) : transformer(section);
    section.refusesTheRest();
    return vision;
  }

  private static VisionArchitecture transformer(Section section) {
    int width = section.integer(WIDTH, 768);
    return new VisionTransformer(
        section.side(IMAGE_SIZE, USUAL_IMAGE_SIZE),
        section.side("patch_size", 16),
        Layers.read(section, width, heads(section, width)));
  }

  private static VisionArchitecture resNet(Section section) {
    section.ignores("patch_size", "mlp_ratio");
    int width = section.integer(WIDTH, 64);
    return new ModifiedResNet(
        section.side(IMAGE_SIZE, USUAL_IMAGE_SIZE),
        section.integers(LAYERS),
        width,
        heads(section, ModifiedResNet.features(width)));
  }

  private static int heads(Section section, int width) {
    int headWidth = section.integer(HEAD_WIDTH, USUAL_HEAD_WIDTH);
    if (width % headWidth != 0) {
      throw section.unsupported(HEAD_WIDTH, "a divisor of " + width);
    }
    return width / headWidth;
  }
}
