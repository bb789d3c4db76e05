package dev.lethe.clip.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.openclip.Parity;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.testkit.TestDevice;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of every format give what the originals compute; see {@code tools/parity}. */
class FormatParityTest {
  private static final float CLOSE = 2e-5f;

  /** The second one has a token beyond the end token, which only some tokenizers know. */
  static final List<String> TEXTS =
      List.of(
          "a photo of a cat",
          "a photo of <cat> and of a dog",
          "the name of the person is Ada Lovelace",
          "");

  private static final List<String> PICTURES = List.of("tall", "wide", "small", "exact");

  @TempDir Path folder;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "sharded", "pickled", "text", "pipeline"})
  void textsAreEmbeddedAsTheTransformersLibraryEmbedsThem(String name) {
    try (VisionLanguageModel model = load(name)) {
      isClose(model.text().encode(manager, TEXTS, Progress.silent()), expected(name, "text"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "sharded", "pickled", "text", "pipeline"})
  void hiddenStatesAreThoseThatADiffusionModelConsumes(String name) {
    try (VisionLanguageModel model = load(name)) {
      NDArray states =
          model
              .text()
              .hiddenStates(
                  manager, model.text().parameters(), model.text().tokenizer().encode(TEXTS));
      assertThat(states.toFloatArray())
          .containsExactly(expected(name, "hidden").toFloatArray(), within(CLOSE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "sharded", "pickled", "openai/tiny.pt"})
  void picturesAreEmbeddedAsTheOriginalEmbedsThem(String name) {
    try (VisionLanguageModel model = load(name)) {
      List<ImageFile> pictures = PICTURES.stream().map(Parity::pictureFile).toList();
      isClose(model.image().encode(manager, pictures, Progress.silent()), expected(name, "image"));
    }
  }

  @Test
  void anArchiveOfOpenAiIsKnownByItsTensorsAndComputedWithQuickGelu() {
    List<String> texts = Stream.of(0, 2, 3).map(TEXTS::get).toList();
    try (VisionLanguageModel model = load("openai/tiny.pt")) {
      assertThat(model.architecture().activation()).isEqualTo(Activation.QUICK_GELU);
      isClose(
          model.text().encode(manager, texts, Progress.silent()),
          expected("openai/tiny.pt", "text"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "whole, FP32",
    "sharded, FP16",
    "pickled, FP16",
    "text, BF16",
    "pipeline, FP16",
  })
  void howFloatsAreStoredIsTold(String name, FloatFormat format) {
    try (VisionLanguageModel model = load(name)) {
      assertThat(model.provenance().floats()).containsExactly(format);
      assertThat(model.provenance().warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "sharded", "pickled", "text", "pipeline", "openai/tiny.pt"})
  void whatIsSavedGivesTheSameEmbeddings(String name) {
    Path saved = folder.resolve("saved");
    List<String> texts = Stream.of(0, 2, 3).map(TEXTS::get).toList();
    float[] before;
    try (VisionLanguageModel model = load(name)) {
      before = model.text().encode(manager, texts, Progress.silent()).toFloatArray();
      model.save(saved);
    }
    try (VisionLanguageModel again = Formats.load(manager, saved, LoadOptions.none())) {
      assertThat(again.text().encode(manager, texts, Progress.silent()).toFloatArray())
          .containsExactly(before);
    }
  }

  private VisionLanguageModel load(String name) {
    return Formats.load(manager, Formats.fixture(name), LoadOptions.none());
  }

  private NDArray expected(String name, String key) {
    Path file = Formats.fixture(name.split("/")[0]).resolve("expected.safetensors");
    try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
      return tensors.read(manager, key);
    }
  }

  private static void isClose(NDArray actual, NDArray expected) {
    assertThat(normalized(actual)).containsExactly(normalized(expected), within(CLOSE));
  }

  private static float[] normalized(NDArray rows) {
    return rows.normalize(2, 1).toFloatArray();
  }
}
