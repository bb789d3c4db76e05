package dev.lethe.clip.openclip;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.clip.checkpoint.Section;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.EndOfText;
import dev.lethe.clip.text.TextInput;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.clip.text.TokenizerKind;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What {@code text_cfg} says.
 *
 * @param architecture the shape of the text tower
 * @param end where a text ends
 * @param cleaning how texts are cleaned
 * @param huggingFace whether OpenCLIP takes the tokenizer from the folder, not its own
 */
record TextSection(
    TextArchitecture architecture, EndOfText end, Cleaning cleaning, boolean huggingFace) {

  /**
   * Reads the section; the defaults are OpenCLIP's.
   *
   * @throws IllegalArgumentException if sizes do not fit each other
   */
  static TextSection read(Section section) {
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
    TextArchitecture architecture =
        new TextArchitecture(
            section.integer("context_length", 77),
            section.integer("vocab_size", 49408),
            Layers.read(section, section.integer("width", 512), section.integer("heads", 8)));
    section.refusesTheRest();
    boolean huggingFace = !section.text("hf_tokenizer_name", "").isEmpty();
    return new TextSection(architecture, end(section), cleaning(section, huggingFace), huggingFace);
  }

  /** Describes a text tower with everything else as OpenCLIP usually has it. */
  static TextSection usual(TextArchitecture architecture) {
    return new TextSection(architecture, EndOfText.highest(), Cleaning.LOWER, false);
  }

  /**
   * Finds the tokenizer.
   *
   * @param location its folder or file
   * @throws NotFoundException if there is none
   */
  TextInput input(Path location) {
    TokenizerKind kind = huggingFace ? TokenizerKind.HUGGING_FACE : TokenizerKind.OPEN_CLIP;
    TokenizerFiles files = TokenizerFiles.find(location, kind, null);
    int paddingId = huggingFace ? files.paddingId(0) : 0;
    TextInput texts = new TextInput(files, cleaning, end, paddingId);
    texts.requireWithin(architecture.vocabularySize(), "text_cfg.vocab_size");
    return texts;
  }

  /** Opens the tokenizer alone; the parameter and errors are those of {@link #input}. */
  Tokenizer open(Path location) {
    return input(location).open(architecture.contextLength());
  }

  private static EndOfText end(Section section) {
    return section.text("pool_type", "argmax").equals("eos")
        ? new EndOfText(section.integer("eos_id", 2))
        : EndOfText.highest();
  }

  private static Cleaning cleaning(Section section, boolean huggingFace) {
    Cleaning usual = huggingFace ? Cleaning.WHITESPACE : Cleaning.LOWER;
    if (!section.has("tokenizer_kwargs")) {
      return usual;
    }
    Section options = section.section("tokenizer_kwargs");
    options.requires("clean", "lower", "whitespace");
    String clean = options.text("clean", usual.name().toLowerCase(Locale.ROOT));
    options.refusesTheRest();
    return Cleaning.valueOf(clean.toUpperCase(Locale.ROOT));
  }
}
