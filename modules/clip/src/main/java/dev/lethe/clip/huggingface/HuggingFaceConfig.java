package dev.lethe.clip.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.clip.checkpoint.Section;
import dev.lethe.clip.text.EndOfText;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config.json} says, as far as it changes what a model computes.
 *
 * @param architecture the towers that are there
 * @param text the text tower, which is always there
 * @param end where a text ends
 * @param logitScale the temperature of weights that lack it
 */
record HuggingFaceConfig(
    Architecture architecture, TextArchitecture text, EndOfText end, double logitScale) {
  /** The library's: the logarithm of 1 / 0.07, rounded. */
  static final double USUAL_LOGIT_SCALE = 2.6592;

  private static final String PROJECTION = "projection_dim";
  private static final int USUAL_DIMENSION = 512;
  private static final String MODEL_TYPE = "model_type";

  /**
   * Reads a configuration; the defaults are the transformers library's.
   *
   * @param override the activation that a user asks for, or null
   * @throws LetheException naming the key that is wrong or not supported
   */
  static HuggingFaceConfig of(Path file, JsonNode root, @Nullable Activation override) {
    Section top = new Section(file, "", root);
    top.requires(MODEL_TYPE, "clip", "clip_text_model");
    try {
      return top.text(MODEL_TYPE, "").equals("clip") ? whole(top, override) : alone(top, override);
    } catch (IllegalArgumentException e) {
      throw new LetheException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Returns whether a configuration describes a CLIP or its text tower. */
  static boolean isClip(JsonNode root) {
    String type = root.path(MODEL_TYPE).asText();
    return type.equals("clip") || type.equals("clip_text_model");
  }

  /** Returns the towers that a configuration describes. */
  static Set<Component> components(JsonNode root) {
    boolean whole = root.path(MODEL_TYPE).asText().equals("clip");
    return whole ? Set.of(Component.TEXT, Component.IMAGE) : Set.of(Component.TEXT);
  }

  private static HuggingFaceConfig whole(Section top, @Nullable Activation override) {
    TextSection text = TextSection.read(tower(top, "text_config"), true);
    VisionSection vision = VisionSection.read(tower(top, "vision_config"));
    if (text.activation() != vision.activation()) {
      throw top.unsupported("vision_config", "the hidden_act of text_config");
    }
    return of(top, top.integer(PROJECTION, USUAL_DIMENSION), override, vision.architecture(), text);
  }

  private static HuggingFaceConfig alone(Section top, @Nullable Activation override) {
    boolean projected = top.texts("architectures").contains("CLIPTextModelWithProjection");
    TextSection text = TextSection.read(top, projected);
    return of(
        top,
        projected
            ? top.integer(PROJECTION, USUAL_DIMENSION)
            : text.architecture().transformer().width(),
        override,
        null,
        text);
  }

  /** An older key replaces the newer one where both are there, as in the library. */
  private static Section tower(Section top, String key) {
    String older = key + "_dict";
    return top.section(top.has(older) ? older : key);
  }

  private static HuggingFaceConfig of(
      Section top,
      int dimension,
      @Nullable Activation override,
      @Nullable VisionArchitecture vision,
      TextSection text) {
    Activation activation = override == null ? text.activation() : override;
    return new HuggingFaceConfig(
        new Architecture(dimension, activation, vision, text.architecture()),
        text.architecture(),
        text.end(),
        top.number("logit_scale_init_value", USUAL_LOGIT_SCALE));
  }
}
