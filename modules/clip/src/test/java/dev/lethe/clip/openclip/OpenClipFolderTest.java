package dev.lethe.clip.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.checkpoint.WeightsHash;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenClipFolderTest {
  private static final List<String> TEXTS = List.of("a photo of a cat", "it's 42");

  @TempDir Path temporary;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());
  private final OpenClipLoader loader = new OpenClipLoader();

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @Test
  void aSavedModelIsReadBackBitForBit() {
    Path folder = temporary.resolve("saved");
    try (VisionLanguageModel model = TinyModel.fresh(manager, 3)) {
      String hash = model.save(folder);
      try (VisionLanguageModel read =
          loader.load(manager, folder, LoadOptions.none(), ComputeOptions.standard())) {
        assertThat(read.architecture()).isEqualTo(model.architecture());
        assertThat(read.preprocessing()).isEqualTo(model.preprocessing());
        assertThat(read.provenance().sha256()).isEqualTo(hash);
        sameParameters(read, model);
        NDArray expected = model.text().encode(manager, TEXTS, Progress.silent());
        assertThat(read.text().encode(manager, TEXTS, Progress.silent())).isEqualTo(expected);
      }
    }
  }

  @Test
  void aLoadedModelIsSavedWithTheSameFilesAndUnknownKeysKept() throws IOException {
    Path folder = temporary.resolve("again");
    try (VisionLanguageModel model = TinyModel.stored(manager)) {
      model.save(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "open_clip_config.json",
              "open_clip_model.safetensors",
              "tokenizer.json",
              "tokenizer_config.json");
    }
    JsonMapper json = new JsonMapper();
    assertThat(json.readTree(folder.resolve(OpenClipFolder.CONFIG).toFile()))
        .isEqualTo(json.readTree(Parity.model().resolve(OpenClipFolder.CONFIG).toFile()));
    assertThat(folder.resolve(TokenizerFiles.TOKENIZER))
        .hasSameBinaryContentAs(Parity.model().resolve(TokenizerFiles.TOKENIZER));
  }

  @Test
  void anOverriddenActivationIsSaved() {
    Path folder = temporary.resolve("quick");
    LoadOptions quick = LoadOptions.none().withActivation(Activation.QUICK_GELU);
    try (VisionLanguageModel model =
        loader.load(manager, Parity.model(), quick, ComputeOptions.standard())) {
      model.save(folder);
    }
    try (VisionLanguageModel read =
        loader.load(manager, folder, LoadOptions.none(), ComputeOptions.standard())) {
      assertThat(read.architecture().activation()).isEqualTo(Activation.QUICK_GELU);
    }
  }

  @Test
  void equalModelsGiveEqualFolders() throws IOException {
    Path first = temporary.resolve("first");
    Path second = Files.createDirectory(temporary.resolve("second"));
    try (VisionLanguageModel model = TinyModel.fresh(manager, 5);
        VisionLanguageModel twin = TinyModel.fresh(manager, 5);
        VisionLanguageModel other = TinyModel.fresh(manager, 6)) {
      assertThat(model.save(first)).isEqualTo(twin.save(second));
      assertThat(other.save(temporary.resolve("other")))
          .isNotEqualTo(WeightsHash.of(weights(first)));
    }
    try (Stream<Path> files = Files.list(first)) {
      assertThat(files)
          .allSatisfy(
              file -> assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file));
    }
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("full"));
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    try (VisionLanguageModel model = TinyModel.fresh(manager, 1)) {
      assertThatExceptionOfType(LetheException.class)
          .isThrownBy(() -> model.save(folder))
          .withMessageContaining("not empty");
    }
    assertThat(precious).hasContent("mine");
  }

  @Test
  void aFolderThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    try (VisionLanguageModel model = TinyModel.fresh(manager, 1)) {
      assertThatExceptionOfType(LetheException.class)
          .isThrownBy(() -> model.save(file.resolve("folder")))
          .withMessageContaining("folder");
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aCopyHasTheSameValuesInMemoryOfItsOwn() {
    try (VisionLanguageModel model = TinyModel.fresh(manager, 2)) {
      VisionLanguageModel copy = model.copy();
      sameParameters(copy, model);
      copy.logitScale().value().addi(1f);
      copy.text().parameters().get("text_projection").addi(1f);
      assertThat(model.logitScale().value().getFloat())
          .isNotEqualTo(copy.logitScale().value().getFloat());
      NDArray before = model.text().encode(manager, TEXTS, Progress.silent());
      copy.close();
      assertThat(model.text().encode(manager, TEXTS, Progress.silent())).isEqualTo(before);
    }
  }

  private static Path weights(Path folder) {
    return folder.resolve(OpenClipFolder.WEIGHTS);
  }

  private static void sameParameters(VisionLanguageModel actual, VisionLanguageModel expected) {
    for (Parameter parameter : expected.text().parameters()) {
      assertThat(actual.text().parameters().get(parameter.info().name()))
          .isEqualTo(parameter.value());
    }
    for (Parameter parameter : expected.image().parameters()) {
      assertThat(actual.image().parameters().get(parameter.info().name()))
          .isEqualTo(parameter.value());
    }
    assertThat(actual.logitScale().value()).isEqualTo(expected.logitScale().value());
  }
}
