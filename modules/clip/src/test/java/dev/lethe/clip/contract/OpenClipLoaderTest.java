package dev.lethe.clip.contract;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.model.ModelLoaderContractTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OpenClipLoaderTest extends ModelLoaderContractTest {
  @TempDir Path tokenizer;

  @Override
  protected ModelLoader loader() {
    return TinyClip.loader();
  }

  @Override
  protected void write(NDManager manager, Path checkpoint) {
    try (VisionLanguageModel model = TinyClip.model(manager, tokenizer)) {
      model.save(checkpoint);
      Files.deleteIfExists(checkpoint.resolve("tokenizer_config.json")); // may be absent
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
