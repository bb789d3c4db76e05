package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.checkpoint.JsonFile;
import dev.lethe.clip.checkpoint.PlainNames;
import dev.lethe.clip.text.TextInput;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.tensor.checkpoint.TensorFiles;
import dev.lethe.tensor.stored.TensorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads OpenCLIP folders. */
@Summary("Reads a folder as OpenCLIP writes it: configuration, weights, tokenizer.")
public final class OpenClipLoader implements ModelLoader {
  /** The name of this format. */
  public static final String NAME = "open-clip";

  private static final Set<Component> BOTH_TOWERS = Set.of(Component.TEXT, Component.IMAGE);

  @Override
  public Optional<ModelInfo> inspect(Path path, LoadOptions options) {
    return Files.isRegularFile(path.resolve(OpenClipFolder.CONFIG))
        ? Optional.of(
            new ModelInfo(VisionLanguageModel.class, BOTH_TOWERS, List.of(path), List.of()))
        : Optional.empty();
  }

  @Override
  public Optional<Tokenizer> tokenizer(Path path, LoadOptions options) {
    Path configFile = existing(path, OpenClipFolder.CONFIG);
    TextSection text =
        OpenClipConfig.of(configFile, JsonFile.read(configFile), options.activation()).text();
    return Optional.of(text.open(options.tokenizerOr(path)));
  }

  @Override
  public VisionLanguageModel load(
      NDManager manager, Path path, LoadOptions options, ComputeOptions compute) {
    options.requireNoTextEncoder(path);
    if (!Files.isDirectory(path)) {
      throw new NotFoundException("there is no folder %s".formatted(path));
    }
    Path configFile = existing(path, OpenClipFolder.CONFIG);
    Path weights = weights(path);
    JsonNode root = JsonFile.read(configFile);
    OpenClipConfig config = OpenClipConfig.of(configFile, root, options.activation());
    TextInput texts = config.text().input(options.tokenizerOr(path));
    ObjectNode written = ((ObjectNode) root).deepCopy();
    OpenClipConfig.setActivation(written, config.architecture().activation());
    try (TensorFile file = TensorFiles.open(weights)) {
      return new OpenClipCheckpoint(NAME, path, config, texts, written)
          .read(manager, PlainNames.of(file), compute);
    }
  }

  @Override
  public String expects() {
    return "a folder with %s, %s (or %s) and a tokenizer (%s)"
        .formatted(
            OpenClipFolder.CONFIG,
            OpenClipFolder.WEIGHTS,
            OpenClipFolder.PICKLED_WEIGHTS,
            TokenizerFiles.ACCEPTED);
  }

  /** Where there are both, open_clip too reads the safetensors. */
  private Path weights(Path folder) {
    Path pickled = folder.resolve(OpenClipFolder.PICKLED_WEIGHTS);
    boolean chosen =
        Files.isRegularFile(pickled)
            && !Files.isRegularFile(folder.resolve(OpenClipFolder.WEIGHTS));
    return chosen ? pickled : existing(folder, OpenClipFolder.WEIGHTS);
  }

  private Path existing(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new NotFoundException(
          "there is no %s in %s; expected %s".formatted(name, folder, expects()));
    }
    return file;
  }
}
