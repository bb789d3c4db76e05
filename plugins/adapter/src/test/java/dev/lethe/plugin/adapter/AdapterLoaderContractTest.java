package dev.lethe.plugin.adapter;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.model.ModelLoaderContractTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class AdapterLoaderContractTest extends ModelLoaderContractTest {
  @TempDir Path tokenizer;

  @Override
  protected ModelLoader loader() {
    return Plugins.RUN
        .open(new TestRunContext(0))
        .create(ModelLoader.class, "text-adapter", Map.of(), "model");
  }

  @Override
  protected void write(NDManager manager, Path checkpoint) {
    VisionLanguageModel inner = Plugins.RUN.model(manager, tokenizer);
    Adapters adapters = Adapters.start(manager, AdaptedShape.of(inner), 3, 5);
    try (AdaptedModel model = new AdaptedModel(inner, adapters)) {
      model.save(checkpoint);
      Files.deleteIfExists(checkpoint.resolve("tokenizer_config.json")); // may be absent
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
