package dev.lethe.clip.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.checkpoint.WeightsHash;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.tensor.safetensors.SafetensorsWriter;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredWeightsTest {
  @TempDir Path folder;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());
  private final OpenClipLoader loader = new OpenClipLoader();
  private Path pickled;

  @BeforeEach
  void copyTheModelWithoutItsWeights() throws IOException {
    pickled = folder.resolve(OpenClipFolder.PICKLED_WEIGHTS);
    for (String name : new String[] {OpenClipFolder.CONFIG, TokenizerFiles.TOKENIZER}) {
      Files.copy(Parity.model().resolve(name), folder.resolve(name));
    }
  }

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @Test
  void aTrainingCheckpointInHalvesIsReadExactly() throws IOException {
    Files.copy(Parity.file(OpenClipFolder.PICKLED_WEIGHTS), pickled);
    try (VisionLanguageModel model = load();
        VisionLanguageModel original = TinyModel.stored(manager)) {
      assertThat(model.provenance().sha256()).isEqualTo(WeightsHash.of(pickled));
      isRounded(model.text().parameters(), original.text().parameters());
      isRounded(model.image().parameters(), original.image().parameters());
      assertThat(model.logitScale().value()).isEqualTo(rounded(original.logitScale().value()));
    }
  }

  @Test
  void aModelFromAPickleIsSavedAsSafetensors() throws IOException {
    Files.copy(Parity.file(OpenClipFolder.PICKLED_WEIGHTS), pickled);
    Path saved = folder.resolve("saved");
    try (VisionLanguageModel model = load()) {
      model.save(saved);
    }
    assertThat(saved.resolve(OpenClipFolder.WEIGHTS)).exists();
    assertThat(saved.resolve(OpenClipFolder.PICKLED_WEIGHTS)).doesNotExist();
  }

  @Test
  void safetensorsArePreferred() throws IOException {
    Files.writeString(pickled, "nothing that could be read");
    Path weights = Parity.model().resolve(OpenClipFolder.WEIGHTS);
    Files.copy(weights, folder.resolve(OpenClipFolder.WEIGHTS));
    try (VisionLanguageModel model = load()) {
      assertThat(model.provenance().sha256()).isEqualTo(WeightsHash.of(weights));
    }
  }

  @Test
  void namesMayHaveThePrefixOfParallelTraining() {
    Map<String, NDArray> weights = new HashMap<>();
    try (SafetensorsFile file =
        SafetensorsFile.open(Parity.model().resolve(OpenClipFolder.WEIGHTS))) {
      for (StoredTensor entry : file.entries()) {
        weights.put("module." + entry.name(), file.read(manager, entry.name()));
      }
    }
    SafetensorsWriter.write(folder.resolve(OpenClipFolder.WEIGHTS), weights);
    try (VisionLanguageModel model = load()) {
      assertThat(model.text().parameters().get("text_projection"))
          .isEqualTo(weights.get("module.text_projection"));
    }
  }

  @Test
  void aDamagedPickleIsRefusedInOneLine() throws IOException {
    byte[] whole = Files.readAllBytes(Parity.file(OpenClipFolder.PICKLED_WEIGHTS));
    Files.write(pickled, Arrays.copyOf(whole, whole.length / 2));
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> load().close())
        .withMessageContaining(pickled.toString())
        .withMessageContaining("copied only in part")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private VisionLanguageModel load() {
    return loader.load(manager, folder, LoadOptions.none(), ComputeOptions.standard());
  }

  private static void isRounded(ParameterSet actual, ParameterSet original) {
    for (Parameter parameter : original) {
      assertThat(actual.get(parameter.info().name()))
          .as(parameter.info().name())
          .isEqualTo(rounded(parameter.value()));
    }
  }

  private static NDArray rounded(NDArray values) {
    return values.toType(DataType.FLOAT16, true).toType(DataType.FLOAT32, true);
  }
}
