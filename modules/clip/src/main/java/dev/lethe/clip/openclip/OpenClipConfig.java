package dev.lethe.clip.openclip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.clip.checkpoint.Section;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.EndOfText;
import dev.lethe.clip.text.TextInput;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.clip.text.TokenizerKind;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code open_clip_config.json} says, as far as it changes what a model computes.
 *
 * @param architecture both towers
 * @param vision the image tower, which is always there
 * @param text the text tower, which is always there
 * @param preprocessing how pictures are prepared
 * @param end where a text ends
 * @param cleaning how texts are cleaned
 * @param huggingFace whether OpenCLIP takes the tokenizer from the folder, not its own
 */
record OpenClipConfig(
    Architecture architecture,
    VisionArchitecture vision,
    TextArchitecture text,
    Preprocessing preprocessing,
    EndOfText end,
    Cleaning cleaning,
    boolean huggingFace) {

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
    model.ignores("init_logit_scale", "init_logit_bias");
    model.refusesTheRest();
    try {
      VisionArchitecture vision = VisionSection.read(visionSection);
      TextArchitecture text = text(textSection);
      Activation activation = override == null ? written : override;
      return new OpenClipConfig(
          new Architecture(dimension, activation, vision, text),
          vision,
          text,
          preprocessing(top, vision.imageSize()),
          end(textSection),
          cleaning(textSection),
          huggingFace(textSection));
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
        Objects.requireNonNull(architecture.text()),
        Preprocessing.clip(vision.imageSize()),
        EndOfText.highest(),
        Cleaning.LOWER,
        false);
  }

  private static TextArchitecture text(Section section) {
    section.requires("hf_model_name");
    section.requires("pool_type", "argmax", "eos");
    section.requires("proj_type", "linear");
    section.requires("block_type", "default");
    section.ignores(
        "hf_tokenizer_name",
        "tokenizer_kwargs",
        "eos_id",
        "pad_id",
        "final_ln_after_pool",
        "hf_model_pretrained",
        "hf_proj_type",
        "hf_pooler_type");
    TransformerShape shape =
        transformer(section, section.integer("width", 512), section.integer("heads", 8));
    TextArchitecture text =
        new TextArchitecture(
            section.integer("context_length", 77), section.integer("vocab_size", 49408), shape);
    section.refusesTheRest();
    return text;
  }

  private static TransformerShape transformer(Section section, int width, int heads) {
    double mlp = width * section.number("mlp_ratio", 4.0);
    return new TransformerShape(width, section.integer("layers", 12), heads, (int) mlp);
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

  private static EndOfText end(Section text) {
    return text.text("pool_type", "argmax").equals("eos")
        ? new EndOfText(text.integer("eos_id", 2))
        : EndOfText.highest();
  }

  /**
   * Finds the tokenizer.
   *
   * @param location its folder or file
   */
  TextInput texts(Path location) {
    TokenizerKind kind = huggingFace ? TokenizerKind.HUGGING_FACE : TokenizerKind.OPEN_CLIP;
    TokenizerFiles files = TokenizerFiles.find(location, kind);
    int paddingId = huggingFace ? files.paddingId(0) : 0;
    TextInput texts = new TextInput(files, cleaning, end, paddingId);
    texts.requireWithin(text.vocabularySize(), "text_cfg.vocab_size");
    return texts;
  }

  /** Returns the content of a configuration that says the same. */
  ObjectNode written(TextInput texts) {
    return NewConfig.of(architecture, vision, text, preprocessing, texts);
  }

  private static boolean huggingFace(Section text) {
    return !text.text("hf_tokenizer_name", "").isEmpty();
  }

  private static Cleaning cleaning(Section text) {
    Cleaning usual = huggingFace(text) ? Cleaning.WHITESPACE : Cleaning.LOWER;
    if (!text.has("tokenizer_kwargs")) {
      return usual;
    }
    Section options = text.section("tokenizer_kwargs");
    options.requires("clean", "lower", "whitespace");
    String clean = options.text("clean", usual.name().toLowerCase(Locale.ROOT));
    options.refusesTheRest();
    return Cleaning.valueOf(clean.toUpperCase(Locale.ROOT));
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
