package dev.lethe.clip.openclip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.clip.checkpoint.Section;
import dev.lethe.clip.model.StoredForm;
import dev.lethe.clip.text.TextInput;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code open_clip_config.json} says, as far as it changes what a model computes.
 *
 * @param architecture both towers
 * @param vision the image tower, which is always there
 * @param text the text tower, which is always there, and how texts are prepared
 * @param preprocessing how pictures are prepared
 */
record OpenClipConfig(
    Architecture architecture,
    VisionArchitecture vision,
    TextSection text,
    Preprocessing preprocessing) {
  private static final String LOGIT_BIAS = "init_logit_bias";

  /**
   * Reads a configuration; the defaults are OpenCLIP's.
   *
   * @param override the activation that a user asks for, or null
   * @throws LetheException naming the key that is wrong or not supported
   */
  static OpenClipConfig of(Path file, JsonNode root, @Nullable Activation override) {
    Section top = new Section(file, "", root);
    Section model = top.section("model_cfg");
    int dimension = model.integer("embed_dim");
    boolean quick = model.truth("quick_gelu");
    Activation written = quick ? Activation.QUICK_GELU : Activation.GELU;
    Section visionSection = model.section("vision_cfg");
    Section textSection = model.section("text_cfg");
    model.ignores("init_logit_scale", LOGIT_BIAS, "nonscalar_logit_scale");
    model.refusesTheRest();
    try {
      VisionArchitecture vision = VisionSection.read(visionSection);
      TextSection text = TextSection.read(textSection);
      Activation activation = override == null ? written : override;
      return new OpenClipConfig(
          new Architecture(dimension, activation, vision, text.architecture()),
          vision,
          text,
          preprocessing(top, vision.imageSize()));
    } catch (IllegalArgumentException e) {
      throw new LetheException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Describes an architecture with everything else as OpenCLIP usually has it.
   *
   * @param architecture with both towers
   */
  static OpenClipConfig usual(Architecture architecture) {
    VisionArchitecture vision = Objects.requireNonNull(architecture.vision());
    return new OpenClipConfig(
        architecture,
        vision,
        TextSection.usual(Objects.requireNonNull(architecture.text())),
        Preprocessing.clip(vision.imageSize()));
  }

  private static Preprocessing preprocessing(Section top, int size) {
    Preprocessing usual = Preprocessing.clip(size);
    if (!top.has("preprocess_cfg")) {
      return usual;
    }
    Section section = top.section("preprocess_cfg");
    section.requires("mode", "RGB");
    section.requires("interpolation", "bicubic", "random");
    section.requires("resize_mode", "shortest");
    return new Preprocessing(
        size, section.channels("mean", usual.mean()), section.channels("std", usual.std()));
  }

  /** Returns the content of a configuration that says the same. */
  ObjectNode written(TextInput texts) {
    return NewConfig.of(architecture, vision, text.architecture(), preprocessing, texts);
  }

  /**
   * Gives a configuration the key without which OpenCLIP refuses a model's bias. Which number it is
   * does not matter, because the weights replace it; SigLIP begins with this one.
   */
  static void makeRoomFor(StoredForm form, ObjectNode root) {
    ObjectNode model = (ObjectNode) root.path("model_cfg");
    if (form.carried().containsKey(OpenClipNaming.LOGIT_BIAS) && !model.hasNonNull(LOGIT_BIAS)) {
      model.put(LOGIT_BIAS, -10.0);
    }
  }

  /** Writes the activation of a model into its configuration, where it differs. */
  static void setActivation(ObjectNode root, Activation activation) {
    ObjectNode model = (ObjectNode) root.path("model_cfg");
    boolean quick = activation == Activation.QUICK_GELU;
    if (model.path("quick_gelu").asBoolean(false) != quick) {
      model.put("quick_gelu", quick);
    }
  }
}
