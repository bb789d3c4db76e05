package dev.lethe.plugin.adapter;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@link AdaptedModel}, whatever the format of the model inside. */
@Summary("Reads a model with adapters in its text tower, which lie in its folder.")
final class AdapterLoader implements ModelLoader {
  static final String NAME = "text-adapter";
  static final String FILE = "text_adapters.safetensors";

  private final ModelFormats others;

  @Inject
  AdapterLoader(ModelFormats formats) {
    others = formats.without(NAME);
  }

  @Override
  public Optional<ModelInfo> inspect(Path path, LoadOptions options) {
    Path file = path.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    ModelInfo inner = others.recognize(path, options).info();
    List<Path> files = new ArrayList<>(inner.files());
    files.add(file);
    return Optional.of(
        new ModelInfo(inner.kind(), inner.components(), files, inner.leftOut(), true));
  }

  @Override
  public Optional<Tokenizer> tokenizer(Path path, LoadOptions options) {
    return others.recognize(path, options).tokenizer();
  }

  @Override
  public Model load(NDManager manager, Path path, LoadOptions options, ComputeOptions compute) {
    RecognizedModel recognized = others.recognize(path, options);
    VisionLanguageModel inner = recognized.load(VisionLanguageModel.class, manager, compute);
    try {
      return new AdaptedModel(
          inner, Adapters.read(manager, AdaptedShape.of(inner), path.resolve(FILE)));
    } catch (RuntimeException e) {
      inner.close();
      throw e;
    }
  }

  @Override
  public String expects() {
    return "a model's folder with " + FILE;
  }
}
