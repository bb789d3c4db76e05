package dev.lethe.clip.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.huggingface.DiffusersWriter;
import dev.lethe.clip.huggingface.HuggingFaceWriter;
import dev.lethe.clip.openclip.OpenClipWriter;
import dev.lethe.clip.openclip.Parity;
import dev.lethe.clip.openclip.StateDictLoader;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorContent;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside a model's parameters stays, or is named where it cannot. */
class CarriedTensorsTest {
  private static final String CONFIG = "open_clip_config.json";
  private static final String WEIGHTS = "open_clip_model.safetensors";
  private static final String HUGGING_FACE_WEIGHTS = "model.safetensors";

  @TempDir Path folder;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @Test
  void aModelWithABiasIsSavedBitByBitWithItsConfiguration() throws IOException {
    Rewritten model = biased(-7.5);
    Path saved = folder.resolve("saved");
    try (VisionLanguageModel read = load(model.folder())) {
      read.save(saved);
    }
    assertThat(Formats.tensors(saved.resolve(WEIGHTS))).isEqualTo(Formats.tensors(model.weights()));
    assertThat(modelConfig(saved)).isEqualTo(modelConfig(model.folder()));
  }

  @Test
  void aConvertedModelDeclaresTheBiasThatItHas() throws IOException {
    Path converted = convert(biased(-7.5).folder(), new OpenClipWriter(), "converted");
    assertThat(modelConfig(converted).path("init_logit_bias").isNumber()).isTrue();
    assertThat(Formats.tensors(converted.resolve(WEIGHTS))).containsKey("logit_bias");
  }

  @Test
  void aConvertedModelDeclaresNoBiasThatItHasNot() {
    Path converted = convert(Parity.model(), new OpenClipWriter(), "converted");
    assertThat(modelConfig(converted).has("init_logit_bias")).isFalse();
  }

  @Test
  void aFileOfWeightsWithABiasBecomesAFolderThatDeclaresIt() throws IOException {
    Rewritten model =
        Rewritten.copy(Formats.fixture("openai"), "tiny.pt", folder.resolve("openai"), manager)
            .with("logit_bias", TensorContent.of(manager.create(-10f), StoredType.F32));
    Path saved = folder.resolve("saved");
    try (VisionLanguageModel read =
        new StateDictLoader()
            .load(manager, model.weights(), LoadOptions.none(), ComputeOptions.standard())) {
      read.save(saved);
    }
    assertThat(modelConfig(saved).path("init_logit_bias").isNumber()).isTrue();
    assertThat(Formats.tensors(saved.resolve(WEIGHTS))).containsKey("logit_bias");
  }

  @Test
  void theTransformersLibraryHasNoPlaceForABiasAndThatIsSaid() throws IOException {
    Rewritten model = biased(-7.5);
    assertThat(losses(model.folder(), new HuggingFaceWriter()))
        .anySatisfy(loss -> assertThat(loss).contains("logit_bias", "hugging-face"));
    assertThat(losses(Parity.model(), new HuggingFaceWriter()))
        .noneSatisfy(loss -> assertThat(loss).contains("logit_bias"));
    Path converted = convert(model.folder(), new HuggingFaceWriter(), "converted");
    assertThat(Formats.tensors(converted.resolve(HUGGING_FACE_WEIGHTS)))
        .doesNotContainKey("logit_bias");
  }

  @Test
  void aDiffusionModelHasNoPlaceForPositionIdsAndThatIsSaid() {
    assertThat(losses(Formats.fixture("pickled"), new DiffusersWriter()))
        .anySatisfy(
            loss ->
                assertThat(loss)
                    .contains(
                        "text_model.embeddings.position_ids",
                        "vision_model.embeddings.position_ids"));
  }

  @Test
  void aHeadBesideTheModelIsCarriedAlongBitByBit() throws IOException {
    Rewritten model = whole().with("classifier.weight", head());
    Path saved = folder.resolve("saved");
    try (VisionLanguageModel read = load(model.folder())) {
      assertThat(read.provenance().warnings())
          .containsExactly("no part of the model, carried along as it is: classifier.weight");
      read.save(saved);
    }
    assertThat(Formats.tensors(saved.resolve(HUGGING_FACE_WEIGHTS)))
        .isEqualTo(Formats.tensors(model.weights()));
  }

  @Test
  void aHeadIsLeftOutOfOtherFormatsAndThatIsSaid() throws IOException {
    Rewritten model = whole().with("classifier.weight", head());
    assertThat(losses(model.folder(), new OpenClipWriter()))
        .anySatisfy(loss -> assertThat(loss).contains("classifier.weight"));
    Path converted = convert(model.folder(), new OpenClipWriter(), "converted");
    assertThat(Formats.tensors(converted.resolve(WEIGHTS))).doesNotContainKey("classifier.weight");
  }

  @Test
  void theNameOfATensorForgesNoLineOfItsOwn() throws IOException {
    Rewritten model = whole().with("head\nlethe: note: all is well\u001b[2K", head());
    try (VisionLanguageModel read = load(model.folder())) {
      assertThat(read.provenance().warnings())
          .containsExactly(
              "no part of the model, carried along as it is: head\\u000alethe: note: all is well\\u001b[2K");
    }
    assertThat(losses(model.folder(), new OpenClipWriter()))
        .allSatisfy(loss -> assertThat(loss).hasLineCount(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"visual.ln_mid.weight", "transformer.scale", "text_projection.bias"})
  void anUnknownTensorOfTheModelItselfIsStillRefused(String name) throws IOException {
    Rewritten model = biased(-10).with(name, head());
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> load(model.folder()).close())
        .withMessageContaining("has, unknown to its configuration, " + name);
  }

  @Test
  void whatIsTooLargeToBeCarriedIsRefusedByItsName() throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate((64 << 20) + 4);
    Rewritten model =
        whole()
            .with(
                "ema.weight",
                TensorContent.of(StoredType.F32, new Shape(zeros.remaining() / 4), zeros));
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> load(model.folder()).close())
        .withMessageContaining("has, beside its model, 64 MB of ema.weight");
  }

  private Rewritten biased(double bias) throws IOException {
    Rewritten copy = Rewritten.copy(Parity.model(), WEIGHTS, folder.resolve("biased"), manager);
    Path config = copy.folder().resolve(CONFIG);
    JsonMapper json = new JsonMapper();
    ObjectNode root = (ObjectNode) json.readTree(config.toFile());
    ((ObjectNode) root.path("model_cfg")).put("init_logit_bias", bias);
    json.writeValue(config.toFile(), root);
    return copy.with("logit_bias", TensorContent.of(manager.create((float) bias), StoredType.F32));
  }

  private Rewritten whole() throws IOException {
    return Rewritten.copy(
        Formats.fixture("whole"), HUGGING_FACE_WEIGHTS, folder.resolve("whole"), manager);
  }

  private TensorContent head() {
    return TensorContent.of(manager.arange(12f).reshape(3, 4), StoredType.BF16);
  }

  private JsonNode modelConfig(Path model) {
    try {
      return new JsonMapper().readTree(model.resolve(CONFIG).toFile()).path("model_cfg");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> losses(Path path, ModelWriter writer) {
    try (VisionLanguageModel model = load(path)) {
      return writer.losses(model);
    }
  }

  private Path convert(Path from, ModelWriter writer, String to) {
    Path out = folder.resolve(to);
    try (VisionLanguageModel model = load(from)) {
      writer.write(model, out, null);
    }
    return out;
  }

  private VisionLanguageModel load(Path path) {
    return Formats.load(manager, path, LoadOptions.none());
  }
}
