package dev.lethe.shell.command;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.RecognizedModel;
import dev.lethe.api.plugin.RunExtensions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a user may say about a checkpoint. */
final class CheckpointOptions {
  @Option(
      names = "--architecture",
      paramLabel = "NAME",
      description = "The architecture of a checkpoint that is weights alone, such as ViT-B-32.")
  private @Nullable String architecture;

  @Option(
      names = "--tokenizer",
      paramLabel = "PATH",
      description = "The tokenizer of a checkpoint that brings none: its file, or its folder.")
  private @Nullable Path tokenizer;

  @Option(
      names = "--text-encoder",
      paramLabel = "NAME",
      description = "The text encoder of a pipeline that has several, such as text_encoder_2.")
  private @Nullable String textEncoder;

  @Option(
      names = "--quickgelu",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Whether the MLPs use QuickGELU, against what the checkpoint says.")
  private @Nullable Boolean quickgelu;

  /**
   * Recognizes a checkpoint.
   *
   * @throws NotFoundException if there is nothing at the path
   * @throws LetheException if no installed format is that of the checkpoint
   */
  RecognizedModel recognize(Path path, RunExtensions extensions) {
    if (!Files.exists(path)) {
      throw new NotFoundException("there is no file or folder " + path);
    }
    return new ModelFormats(() -> extensions.all(ModelLoader.class)).recognize(path, options());
  }

  private LoadOptions options() {
    Activation activation = null;
    if (quickgelu != null) {
      activation = quickgelu ? Activation.QUICK_GELU : Activation.GELU;
    }
    return new LoadOptions(activation, architecture, tokenizer, textEncoder);
  }
}
