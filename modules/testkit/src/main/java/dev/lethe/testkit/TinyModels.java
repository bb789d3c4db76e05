package dev.lethe.testkit;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.api.plugin.PluginModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Untrained models with two layers in each tower, quick enough for every test. Their tokens are
 * letters and digits, so that any name has tokens of its own.
 */
public final class TinyModels {
  private static final String START = "<|startoftext|>";
  private static final String END = "<|endoftext|>";
  private static final int CONTEXT = 48;
  private static final TransformerShape SHAPE = new TransformerShape(16, 2, 2, 32);

  private TinyModels() {}

  /** Returns the shape of the models: embeddings of 12 values, pictures of 16 pixels a side. */
  public static Architecture architecture() {
    return new Architecture(
        12,
        Activation.GELU,
        new VisionTransformer(TinyPicture.SIZE, 8, SHAPE),
        new TextArchitecture(CONTEXT, vocabulary().size(), SHAPE));
  }

  /**
   * Creates a model.
   *
   * @param folder where the tokenizer is written
   */
  public static VisionLanguageModel create(
      ModelFactory factory, NDManager manager, Path folder, long seed) {
    Preprocessing preprocessing = Preprocessing.clip(TinyPicture.SIZE);
    return factory.create(manager, architecture(), preprocessing, tokenizer(folder), seed);
  }

  /**
   * Creates a model by the factory that a module offers.
   *
   * @param module the one of CLIP's formats, for one
   * @param folder where the tokenizer is written
   */
  public static VisionLanguageModel create(
      Supplier<? extends PluginModule> module, NDManager manager, Path folder) {
    return create(new InProcessExtensions(List.of(module)), manager, folder, 5);
  }

  static VisionLanguageModel create(
      InProcessExtensions extensions, NDManager manager, Path folder, long seed) {
    String name =
        extensions.list().stream()
            .filter(info -> info.key().contract() == ModelFactory.class)
            .map(info -> info.key().name())
            .findFirst()
            .orElseThrow();
    ModelFactory factory =
        extensions.open(new TestRunContext(0)).create(ModelFactory.class, name, Map.of(), "model");
    return create(factory, manager, folder, seed);
  }

  /** Writes a {@code tokenizer.json} into a folder and returns it. */
  public static Path tokenizer(Path folder) {
    List<String> tokens = vocabulary();
    String ids =
        IntStream.range(0, tokens.size())
            .mapToObj(id -> "\"%s\": %d".formatted(tokens.get(id), id))
            .collect(Collectors.joining(", "));
    int end = tokens.size() - 1;
    try {
      return Files.writeString(
          folder.resolve("tokenizer.json"), FILE.formatted(end - 1, end, end, end - 1, ids));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> vocabulary() {
    List<String> characters =
        "abcdefghijklmnopqrstuvwxyz0123456789.,'-".chars().mapToObj(Character::toString).toList();
    List<String> tokens = new ArrayList<>(characters);
    characters.forEach(character -> tokens.add(character + "</w>"));
    tokens.add("<unk>");
    tokens.add(START);
    tokens.add(END);
    return tokens;
  }

  private static final String FILE =
      """
      {"version": "1.0", "truncation": null, "padding": null,
       "added_tokens": [
        {"id": %d, "content": "<|startoftext|>", "single_word": false, "lstrip": false,
         "rstrip": false, "normalized": false, "special": true},
        {"id": %d, "content": "<|endoftext|>", "single_word": false, "lstrip": false,
         "rstrip": false, "normalized": false, "special": true}],
       "normalizer": {"type": "Lowercase"},
       "pre_tokenizer": {"type": "Split", "pattern": {"Regex": "[^\\\\s]+"},
        "behavior": "Removed", "invert": true},
       "post_processor": {"type": "RobertaProcessing", "sep": ["<|endoftext|>", %d],
        "cls": ["<|startoftext|>", %d], "trim_offsets": false, "add_prefix_space": false},
       "decoder": null,
       "model": {"type": "BPE", "dropout": null, "unk_token": "<unk>",
        "continuing_subword_prefix": "", "end_of_word_suffix": "</w>", "fuse_unk": false,
        "vocab": {%s}, "merges": []}}
      """;
}
