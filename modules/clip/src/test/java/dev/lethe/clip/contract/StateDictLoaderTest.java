package dev.lethe.clip.contract;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.clip.openclip.Parity;
import dev.lethe.testkit.model.ModelLoaderContractTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

class StateDictLoaderTest extends ModelLoaderContractTest {

  @Override
  protected ModelLoader loader() {
    return TinyClip.create(ModelLoader.class, "state-dict");
  }

  @Override
  protected void write(NDManager manager, Path checkpoint) {
    Path archive = Parity.file("formats/openai");
    try {
      Files.copy(archive.resolve("tiny.pt"), checkpoint);
      Files.copy(archive.resolve("tokenizer.json"), checkpoint.resolveSibling("tokenizer.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
