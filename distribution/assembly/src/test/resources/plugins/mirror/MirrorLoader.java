package org.example.mirror;

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

@Summary("Reads a model of any format whose folder says that texts mean the opposite.")
final class MirrorLoader implements ModelLoader {
  static final String NAME = "mirror";
  static final String FILE = "mirror";

  private final ModelFormats others;

  @Inject
  MirrorLoader(ModelFormats formats) {
    others = formats.without(NAME);
  }

  @Override
  public Optional<ModelInfo> inspect(Path path, LoadOptions options) {
    return Files.exists(path.resolve(FILE))
        ? Optional.of(wrapped(path, others.recognize(path, options).info()))
        : Optional.empty();
  }

  private static ModelInfo wrapped(Path path, ModelInfo inner) {
    return new ModelInfo(inner.kind(), inner.components(), List.of(path), inner.leftOut(), true);
  }

  @Override
  public Optional<Tokenizer> tokenizer(Path path, LoadOptions options) {
    return others.recognize(path, options).tokenizer();
  }

  @Override
  public Model load(NDManager manager, Path path, LoadOptions options, ComputeOptions compute) {
    return new MirroredModel(
        others.recognize(path, options).load(VisionLanguageModel.class, manager, compute));
  }

  @Override
  public String expects() {
    return "a model's folder with " + FILE;
  }
}
