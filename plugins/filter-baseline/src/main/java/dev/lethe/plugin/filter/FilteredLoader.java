package dev.lethe.plugin.filter;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a {@link FilteredModel}, whatever the format of the model inside. */
@Summary("Reads a model of any format with the filter of names that lies beside it.")
final class FilteredLoader implements ModelLoader {
  static final String NAME = "name-filter";

  private final ModelFormats others;

  @Inject
  FilteredLoader(ModelFormats formats) {
    others = formats.without(NAME);
  }

  @Override
  public Optional<ModelInfo> inspect(Path path, LoadOptions options) {
    if (!Files.isRegularFile(path.resolve(FilterFile.NAME))) {
      return Optional.empty();
    }
    ModelInfo inner = others.recognize(path, options).info();
    return Optional.of(
        new ModelInfo(inner.kind(), inner.components(), List.of(path), inner.leftOut(), true));
  }

  @Override
  public Optional<Tokenizer> tokenizer(Path path, LoadOptions options) {
    NameFilter filter = FilterFile.read(path);
    return others
        .recognize(path, options)
        .tokenizer()
        .map(inner -> new FilteredTokenizer(inner, filter));
  }

  @Override
  public Model load(NDManager manager, Path path, LoadOptions options, ComputeOptions compute) {
    NameFilter filter = FilterFile.read(path);
    return new FilteredModel(
        others.recognize(path, options).load(VisionLanguageModel.class, manager, compute), filter);
  }

  @Override
  public String expects() {
    return "a model's folder with " + FilterFile.NAME;
  }
}
