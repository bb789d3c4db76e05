package dev.lethe.clip.formats;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.openclip.Parity;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person should know about a tokenizer is said of its model, in every format. */
class TokenizerNotesTest {
  @TempDir Path folder;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @Test
  void anOpenClipThatHasATokenizerOfTheTransformersLibraryNamesItsUnknownKeys() throws IOException {
    isNoted(Parity.model(), "open_clip_model.safetensors");
  }

  @Test
  void aModelOfTheTransformersLibraryNamesTheUnknownKeysOfItsTokenizer() throws IOException {
    isNoted(Formats.fixture("whole"), "model.safetensors");
  }

  private void isNoted(Path model, String weights) throws IOException {
    Path copy = Rewritten.copy(model, weights, folder.resolve("copy"), manager).folder();
    JsonMapper json = new JsonMapper();
    Path config = copy.resolve("tokenizer_config.json");
    ObjectNode root = (ObjectNode) json.readTree(config.toFile());
    json.writeValue(config.toFile(), root.put("subfolder", "tokenizer"));
    try (VisionLanguageModel read = Formats.load(manager, copy, LoadOptions.none())) {
      assertThat(read.provenance().warnings())
          .containsExactly(
              "tokenizer_config.json has keys that are not known and change nothing here:"
                  + " subfolder");
    }
  }
}
