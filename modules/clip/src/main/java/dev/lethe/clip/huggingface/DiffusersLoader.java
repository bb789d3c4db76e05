package dev.lethe.clip.huggingface;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.text.TokenizerFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the text encoder of a Stable Diffusion pipeline. */
@Summary("Reads text_encoder and tokenizer of a Stable Diffusion folder: a text tower alone.")
public final class DiffusersLoader implements ModelLoader {
  /** The name of this format. */
  public static final String NAME = "diffusers";

  private static final FolderPaths PATHS = FolderPaths.pipeline();

  @Override
  public Optional<ModelInfo> inspect(Path path, LoadOptions options) {
    if (!isOne(path)) {
      return Optional.empty();
    }
    Pipeline pipeline = Pipeline.at(path);
    String encoder = pipeline.chosen(options.textEncoder());
    FolderPaths paths = Pipeline.paths(encoder);
    return Optional.of(
        new ModelInfo(
            VisionLanguageModel.class,
            Set.of(Component.TEXT),
            Stream.concat(
                    pipeline.read(),
                    Stream.of(path.resolve(paths.model()), tokenizerPath(path, paths, options)))
                .toList(),
            pipeline.allBut(encoder)));
  }

  private static boolean isOne(Path path) {
    try {
      return Files.isDirectory(path)
          && Pipeline.at(path).encoders().stream()
              .map(Pipeline::paths)
              .anyMatch(
                  paths ->
                      Files.isRegularFile(paths.config(path))
                          && Files.isDirectory(path.resolve(paths.tokenizer())));
    } catch (LetheException e) {
      return false;
    }
  }

  @Override
  public Optional<Tokenizer> tokenizer(Path path, LoadOptions options) {
    return Optional.of(checkpoint(path, options).openTokenizer());
  }

  @Override
  public VisionLanguageModel load(
      NDManager manager, Path path, LoadOptions options, ComputeOptions compute) {
    return checkpoint(path, options).read(manager, options, compute);
  }

  @Override
  public String expects() {
    return "a folder with %s and %s with %s"
        .formatted(PATHS.expected(), PATHS.tokenizer(), TokenizerFiles.ACCEPTED);
  }

  private static TransformersCheckpoint checkpoint(Path path, LoadOptions options) {
    if (!Files.isDirectory(path)) {
      throw new NotFoundException("there is no folder %s".formatted(path));
    }
    Pipeline pipeline = Pipeline.at(path);
    String encoder = pipeline.chosen(options.textEncoder());
    FolderPaths paths = Pipeline.paths(encoder);
    return new TransformersCheckpoint(
        NAME,
        path,
        paths,
        tokenizerPath(path, paths, options),
        pipeline.declared(Pipeline.tokenizer(encoder)),
        pipeline.warnings(encoder),
        pipeline.unread());
  }

  private static Path tokenizerPath(Path path, FolderPaths paths, LoadOptions options) {
    return options.tokenizerOr(path.resolve(paths.tokenizer()));
  }
}
