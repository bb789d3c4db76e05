package dev.lethe.plugin.filter;

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

class FilteredLoaderTest extends ModelLoaderContractTest {
  @TempDir Path files;

  @Override
  protected ModelLoader loader() {
    return Plugins.RUN
        .open(new TestRunContext(0))
        .create(ModelLoader.class, "name-filter", Map.of(), "model");
  }

  @Override
  protected void write(NDManager manager, Path checkpoint) {
    try (VisionLanguageModel model = Plugins.filtered(Plugins.RUN.model(manager, files))) {
      model.save(checkpoint);
      Files.deleteIfExists(checkpoint.resolve("tokenizer_config.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
