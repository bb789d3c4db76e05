package dev.lethe.clip.huggingface;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.Tower;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.text.TokenizerFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the text encoder of a Stable Diffusion pipeline. */
@Summary("Reads text_encoder and tokenizer of a Stable Diffusion folder: a text tower alone.")
public final class DiffusersLoader implements ModelLoader {
  /** The name of this format. */
  public static final String NAME = "diffusers";

  private static final FolderPaths PATHS = FolderPaths.pipeline();

  @Override
  public boolean recognises(Path path) {
    return Files.isRegularFile(PATHS.config(path))
        && Files.isDirectory(path.resolve(PATHS.tokenizer()));
  }

  @Override
  public List<Path> reads(Path path, LoadOptions options) {
    return List.of(path.resolve(PATHS.model()), tokenizerPath(path, options));
  }

  @Override
  public Set<Tower> towers(Path path) {
    return Set.of(Tower.TEXT);
  }

  @Override
  public Optional<Tokenizer> tokenizer(Path path, LoadOptions options) {
    return Optional.of(
        new TransformersCheckpoint(NAME, path, PATHS, tokenizerPath(path, options))
            .openTokenizer());
  }

  @Override
  public VisionLanguageModel load(NDManager manager, Path path, LoadOptions options) {
    return new TransformersCheckpoint(NAME, path, PATHS, tokenizerPath(path, options))
        .read(manager, options);
  }

  @Override
  public String expects() {
    return "a folder with %s and %s with %s"
        .formatted(PATHS.expected(), PATHS.tokenizer(), TokenizerFiles.ACCEPTED);
  }

  private static Path tokenizerPath(Path path, LoadOptions options) {
    return options.tokenizerOr(path.resolve(PATHS.tokenizer()));
  }
}
