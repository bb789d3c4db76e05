package dev.lethe.clip.huggingface;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.checkpoint.JsonFile;
import dev.lethe.clip.text.TokenizerFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads folders of the transformers library. */
@Summary("Reads a folder of the transformers library: a CLIP, or its text tower alone.")
public final class HuggingFaceLoader implements ModelLoader {
  /** The name of this format. */
  public static final String NAME = "hugging-face";

  /** LAION's folders have both; OpenCLIP's files say more about the texts. */
  private static final String OPEN_CLIP = "open_clip_config.json";

  private static final FolderPaths PATHS = FolderPaths.together();

  @Override
  public Optional<ModelInfo> inspect(Path path, LoadOptions options) {
    if (!isOne(path)) {
      return Optional.empty();
    }
    Pipeline pipeline = Pipeline.around(path);
    Stream<Path> index = pipeline == null ? Stream.empty() : pipeline.read();
    return Optional.of(
        new ModelInfo(
            VisionLanguageModel.class,
            HuggingFaceConfig.components(JsonFile.read(PATHS.config(path))),
            Stream.concat(index, Stream.of(path, tokenizerPath(path, options))).distinct().toList(),
            pipeline == null ? List.of() : pipeline.allBut(Pipeline.name(path))));
  }

  private static boolean isOne(Path path) {
    Path config = PATHS.config(path);
    if (!Files.isRegularFile(config) || Files.exists(path.resolve(OPEN_CLIP))) {
      return false;
    }
    try {
      return HuggingFaceConfig.isClip(JsonFile.read(config));
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
    return "a folder with %s and a tokenizer (%s)"
        .formatted(PATHS.expected(), TokenizerFiles.ACCEPTED);
  }

  private static TransformersCheckpoint checkpoint(Path path, LoadOptions options) {
    options.requireNoTextEncoder(path);
    Pipeline pipeline = Pipeline.around(path);
    Path tokenizer = tokenizerPath(path, options);
    return new TransformersCheckpoint(
        NAME,
        path,
        PATHS,
        tokenizer,
        pipeline == null ? null : pipeline.declared(Pipeline.name(tokenizer)),
        pipeline == null ? List.of() : pipeline.warnings(Pipeline.name(path)),
        pipeline == null ? 0 : pipeline.unread());
  }

  /** A text encoder that was taken from a pipeline has its tokenizer beside it. */
  private static Path tokenizerPath(Path folder, LoadOptions options) {
    Path beside =
        folder
            .toAbsolutePath()
            .normalize()
            .resolveSibling(Pipeline.tokenizer(Pipeline.name(folder)));
    boolean taken = !TokenizerFiles.isIn(folder) && TokenizerFiles.isIn(beside);
    return options.tokenizerOr(taken ? beside : folder);
  }
}
