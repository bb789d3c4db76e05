package dev.lethe.clip.wrapped;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.RecognizedModel;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads {@link FilteredModel}, whatever the format of the model inside. */
@Summary("Reads a model with a word that it filters.")
final class FilteredLoader implements ModelLoader {
  static final String NAME = "filtered";
  static final String FILE = "filtered-word.txt";

  private final ModelFormats others;

  @Inject
  FilteredLoader(ModelFormats formats) {
    others = formats.without(NAME);
  }

  @Override
  public Optional<ModelInfo> inspect(Path path, LoadOptions options) {
    if (!Files.isRegularFile(path.resolve(FILE))) {
      return Optional.empty();
    }
    ModelInfo inner = others.recognize(path, options).info();
    return Optional.of(
        new ModelInfo(inner.kind(), inner.components(), List.of(path), inner.leftOut(), true));
  }

  @Override
  public Optional<Tokenizer> tokenizer(Path path, LoadOptions options) {
    String word = word(path);
    return others
        .recognize(path, options)
        .tokenizer()
        .map(inner -> new FilteredModel.FilteredTokenizer(inner, word));
  }

  @Override
  public Model load(NDManager manager, Path path, LoadOptions options, ComputeOptions compute) {
    RecognizedModel inner = others.recognize(path, options);
    return new FilteredModel(inner.load(VisionLanguageModel.class, manager, compute), word(path));
  }

  @Override
  public String expects() {
    return "a model's folder with " + FILE;
  }

  private static String word(Path path) {
    try {
      return Files.readString(path.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
