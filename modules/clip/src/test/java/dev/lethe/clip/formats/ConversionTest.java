package dev.lethe.clip.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.huggingface.DiffusersWriter;
import dev.lethe.clip.huggingface.HuggingFaceWriter;
import dev.lethe.clip.openclip.OpenClipWriter;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.checkpoint.TensorFiles;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorFile;
import dev.lethe.testkit.TestDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConversionTest {
  private static final String WEIGHTS = "model.safetensors";
  private static final ModelWriter OPEN_CLIP = new OpenClipWriter();
  private static final ModelWriter HUGGING_FACE = new HuggingFaceWriter();
  private static final ModelWriter DIFFUSERS = new DiffusersWriter();

  @TempDir Path folder;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({
    "whole, model.safetensors, model.safetensors",
    "sharded, model.safetensors.index.json, model.safetensors",
    "pickled, pytorch_model.bin, model.safetensors",
    "text, model.safetensors, model.safetensors",
    "pipeline, text_encoder/model.safetensors, text_encoder/model.safetensors",
  })
  void aModelThatWasNotTrainedIsSavedBitByBit(String name, String read, String written) {
    Path saved = folder.resolve("saved");
    try (VisionLanguageModel model = load(Formats.fixture(name))) {
      model.save(saved);
    }
    assertThat(Formats.tensors(saved.resolve(written)))
        .isEqualTo(Formats.tensors(Formats.fixture(name).resolve(read)));
  }

  @ParameterizedTest
  @CsvSource({"whole", "sharded"})
  void throughOpenClipAndBackEveryBitStays(String name) {
    Path there = convert(Formats.fixture(name), OPEN_CLIP, "open-clip", null);
    Path back = convert(there, HUGGING_FACE, "back", null);
    Path source = Formats.fixture(name);
    Path index = source.resolve(WEIGHTS + ".index.json");
    assertThat(Formats.tensors(back.resolve(WEIGHTS)))
        .isEqualTo(Formats.tensors(Files.exists(index) ? index : source.resolve(WEIGHTS)));
  }

  @Test
  void anArchiveOfOpenAiBecomesAFolderOfOpenClipBitByBit() {
    Path converted = convert(Formats.fixture("openai/tiny.pt"), OPEN_CLIP, "open-clip", null);
    Map<String, String> archive = Formats.tensors(Formats.fixture("openai/tiny.pt"));
    archive
        .keySet()
        .removeIf(name -> name.matches("input_resolution|context_length|vocab_size|attn_mask"));
    assertThat(Formats.tensors(converted.resolve("open_clip_model.safetensors")))
        .isEqualTo(archive);
  }

  @ParameterizedTest
  @EnumSource
  void floatsAreStoredAsAsked(FloatFormat format) {
    Path converted = convert(Formats.fixture("whole"), HUGGING_FACE, "typed", format);
    StoredType type = StoredType.valueOf(format.name().replace("FP", "F"));
    try (TensorFile file = TensorFiles.open(converted.resolve(WEIGHTS))) {
      assertThat(file.entries()).extracting(StoredTensor::type).containsOnly(type);
    }
  }

  @Test
  void theTextTowerAloneIsWrittenForADiffusionModelAndSaysWhatItLacks() {
    Path converted = convert(Formats.fixture("whole"), DIFFUSERS, "pipeline", null);
    try (VisionLanguageModel whole = load(Formats.fixture("whole"));
        VisionLanguageModel alone = load(converted)) {
      assertThat(DIFFUSERS.losses(whole))
          .anySatisfy(loss -> assertThat(loss).contains("image tower"))
          .anySatisfy(loss -> assertThat(loss).contains("projection"));
      assertThat(alone.architecture().vision()).isNull();
      assertThat(states(alone)).isEqualTo(states(whole));
    }
  }

  @Test
  void aTextTowerAloneIsNoFolderOfOpenClip() {
    try (VisionLanguageModel alone = load(Formats.fixture("pipeline"))) {
      Path out = folder.resolve("out");
      assertThatExceptionOfType(UsageException.class)
          .isThrownBy(() -> OPEN_CLIP.write(alone, out, null))
          .withMessageContaining("both towers");
      assertThat(out).doesNotExist();
    }
  }

  private float[] states(VisionLanguageModel model) {
    return model
        .text()
        .hiddenStates(
            manager,
            model.text().parameters(),
            model.text().tokenizer().encode(FormatParityTest.TEXTS))
        .toFloatArray();
  }

  private Path convert(Path from, ModelWriter writer, String to, @Nullable FloatFormat format) {
    Path out = folder.resolve(to);
    try (VisionLanguageModel model = load(from)) {
      writer.write(model, out, format);
    }
    return out;
  }

  private VisionLanguageModel load(Path path) {
    return Formats.load(manager, path, LoadOptions.none());
  }
}
