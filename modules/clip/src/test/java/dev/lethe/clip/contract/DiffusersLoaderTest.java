package dev.lethe.clip.contract;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.model.ModelLoaderContractTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class DiffusersLoaderTest extends ModelLoaderContractTest {
  @TempDir Path tokenizer;

  @Override
  protected ModelLoader loader() {
    return TinyClip.create(ModelLoader.class, "diffusers");
  }

  @Override
  protected void write(NDManager manager, Path checkpoint) {
    try (VisionLanguageModel model = TinyClip.model(manager, tokenizer)) {
      TinyClip.create(ModelWriter.class, "diffusers").write(model, checkpoint, null);
      for (String optional : List.of("tokenizer_config.json", "vocab.json", "merges.txt")) {
        Files.deleteIfExists(checkpoint.resolve("tokenizer").resolve(optional));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
