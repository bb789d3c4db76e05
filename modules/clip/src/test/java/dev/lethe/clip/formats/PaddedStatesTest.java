package dev.lethe.clip.formats;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.text.TokenizerFolders;
import dev.lethe.clip.text.TokenizerFolders.Folder;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A diffusion model reads the states of what fills a text up, too. */
class PaddedStatesTest {
  @TempDir Path temporary;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stable-diffusion-1", "stable-diffusion-2", "stable-diffusion-xl-2"})
  void whatFillsATextUpIsThePadTokenThatTheTokenizersFolderDeclares(String name)
      throws IOException {
    Folder tokenizer = TokenizerFolders.named(name);
    try (VisionLanguageModel model =
        Formats.load(manager, pipeline(tokenizer), LoadOptions.none())) {
      assertThat(states(model, model.text().tokenizer().encode(TokenizerFolders.texts())))
          .containsExactly(states(model, tokenizer.ids()));
    }
  }

  private float[] states(VisionLanguageModel model, List<int[]> batch) {
    return model.text().hiddenStates(manager, model.text().parameters(), batch).toFloatArray();
  }

  /** The weights of a pipeline with another tokenizer. */
  private Path pipeline(Folder tokenizer) throws IOException {
    Path pipeline = Files.createDirectory(temporary.resolve("pipeline"));
    Path encoder = Files.createDirectory(pipeline.resolve("text_encoder"));
    for (String file : List.of("config.json", "model.safetensors")) {
      Files.copy(
          Formats.fixture("pipeline").resolve("text_encoder").resolve(file), encoder.resolve(file));
    }
    Files.move(tokenizer.write(pipeline), pipeline.resolve("tokenizer"));
    return pipeline;
  }
}
