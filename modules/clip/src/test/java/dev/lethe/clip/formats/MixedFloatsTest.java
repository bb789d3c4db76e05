package dev.lethe.clip.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.huggingface.HuggingFaceWriter;
import dev.lethe.clip.openclip.OpenClipWriter;
import dev.lethe.clip.openclip.Parity;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.checkpoint.TensorFiles;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorContent;
import dev.lethe.tensor.stored.TensorFile;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each tensor of a file is stored again as it was, whatever the model joins inside. */
class MixedFloatsTest {
  private static final String WEIGHTS = "model.safetensors";
  private static final String OPEN_CLIP_WEIGHTS = "open_clip_model.safetensors";
  private static final String LAYER = "text_model.encoder.layers.0.self_attn.";

  @TempDir Path folder;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({"F16, F32, BF16", "F32, F16, F16", "BF16, BF16, F32", "F64, F16, F32"})
  void queryKeyAndValueKeepTheirOwnFormats(StoredType query, StoredType key, StoredType value)
      throws IOException {
    Rewritten mixed = mixed(query, key, value);
    assertThat(Formats.tensors(save(mixed.folder()).resolve(WEIGHTS)))
        .isEqualTo(Formats.tensors(mixed.weights()));
  }

  @ParameterizedTest
  @CsvSource({"F16, F32, BF16", "BF16, F16, F16", "F64, F16, F32"})
  void joinedInOpenClipAndCutAgainTheyLoseNothing(
      StoredType query, StoredType key, StoredType value) throws IOException {
    Rewritten mixed = mixed(query, key, value);
    Path there = convert(mixed.folder(), new OpenClipWriter(), "open-clip", null);
    Path back = convert(there, new HuggingFaceWriter(), "back", null);
    for (String part : List.of("q", "k", "v")) {
      for (String kind : List.of("weight", "bias")) {
        String name = LAYER + part + "_proj." + kind;
        assertThat(values(back.resolve(WEIGHTS), name))
            .as(name)
            .isEqualTo(values(mixed.weights(), name));
      }
    }
  }

  @Test
  void threePartsOfOneFormatStayOneTensorOfThatFormat() throws IOException {
    Rewritten halves = mixed(StoredType.F16, StoredType.F16, StoredType.F16);
    Path there = convert(halves.folder(), new OpenClipWriter(), "open-clip", null);
    try (TensorFile file = TensorFiles.open(there.resolve(OPEN_CLIP_WEIGHTS))) {
      assertThat(file.entry("transformer.resblocks.0.attn.in_proj_weight").type())
          .isEqualTo(StoredType.F16);
      assertThat(file.entry("text_projection").type()).isEqualTo(StoredType.F32);
    }
  }

  @Test
  void aFormatThatIsAskedForIsThatOfEveryPart() throws IOException {
    Rewritten mixed = mixed(StoredType.F16, StoredType.F32, StoredType.F64);
    Path halves = convert(mixed.folder(), new HuggingFaceWriter(), "halves", FloatFormat.FP16);
    try (TensorFile file = TensorFiles.open(halves.resolve(WEIGHTS))) {
      assertThat(file.entries()).allMatch(tensor -> tensor.type() == StoredType.F16);
    }
  }

  @ParameterizedTest
  @CsvSource({"F16, F32, BF16, float32", "F32, F32, F32, float32", "F64, F32, F16, float64"})
  void theTransformersLibraryIsToldTheFormatThatHoldsAll(
      StoredType query, StoredType key, StoredType value, String expected) throws IOException {
    Rewritten mixed = mixed(query, key, value);
    Path written = convert(mixed.folder(), new HuggingFaceWriter(), "written", null);
    JsonNode config = new JsonMapper().readTree(written.resolve("config.json").toFile());
    assertThat(config.path("torch_dtype").asText()).isEqualTo(expected);
  }

  @Test
  void aDoubleThatIsNoSingleIsRefusedByItsName() throws IOException {
    ByteBuffer third = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(1 / 3.0);
    Rewritten model = whole();
    try (TensorFile file = TensorFiles.open(model.weights())) {
      assertThat(file.entry("logit_scale").shape().dimension()).isZero();
    }
    model.with("logit_scale", TensorContent.of(StoredType.F64, new Shape(), third.flip()));
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> save(model.folder()))
        .withMessageContaining("tensor 'logit_scale' holds 0.3333333333333333, which single");
  }

  @Test
  void aTemperatureThatIsAListOfOneStaysOneInItsOwnFormatAlone() throws IOException {
    Rewritten model =
        Rewritten.copy(Parity.model(), OPEN_CLIP_WEIGHTS, folder.resolve("copy"), manager);
    model.with("logit_scale", TensorContent.of(manager.create(new float[] {3f}), StoredType.F32));
    assertThat(Formats.tensors(save(model.folder()).resolve(OPEN_CLIP_WEIGHTS)))
        .isEqualTo(Formats.tensors(model.weights()));
    Path there = convert(model.folder(), new HuggingFaceWriter(), "there", null);
    try (TensorFile file = TensorFiles.open(there.resolve(WEIGHTS))) {
      assertThat(file.entry("logit_scale").shape().dimension()).isZero();
      assertThat(file.read(manager, "logit_scale").getFloat()).isEqualTo(3);
    }
  }

  private Rewritten whole() throws IOException {
    return Rewritten.copy(Formats.fixture("whole"), WEIGHTS, folder.resolve("copy"), manager);
  }

  private Rewritten mixed(StoredType query, StoredType key, StoredType value) throws IOException {
    return whole()
        .typed(
            Map.of(
                LAYER + "q_proj.weight", query,
                LAYER + "k_proj.weight", key,
                LAYER + "v_proj.weight", value,
                LAYER + "q_proj.bias", query,
                LAYER + "k_proj.bias", key,
                LAYER + "v_proj.bias", value));
  }

  private Path save(Path model) {
    Path saved = folder.resolve("saved");
    try (VisionLanguageModel read = load(model)) {
      read.save(saved);
    }
    return saved;
  }

  private Path convert(Path from, ModelWriter writer, String to, @Nullable FloatFormat as) {
    Path out = folder.resolve(to);
    try (VisionLanguageModel model = load(from)) {
      writer.write(model, out, as);
    }
    return out;
  }

  private VisionLanguageModel load(Path path) {
    return Formats.load(manager, path, LoadOptions.none());
  }

  private NDArray values(Path file, String name) {
    try (TensorFile tensors = TensorFiles.open(file)) {
      return tensors.read(manager, name);
    }
  }
}
