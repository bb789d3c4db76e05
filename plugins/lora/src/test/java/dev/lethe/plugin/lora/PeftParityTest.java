package dev.lethe.plugin.lora;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with PEFT, as {@code tools/parity/lora.py} ran it. */
class PeftParityTest {
  private static final float PRECISION = 1e-5f;
  private static final int SIDE = 16;
  private static final Path KEPT = Path.of("src/test/resources/parity/lora/exported");
  private static final List<int[]> TEXTS =
      List.of(
          new int[] {81, 5, 17, 60, 82},
          new int[] {81, 9, 82},
          new int[] {81, 40, 41, 42, 43, 44, 45, 82});
  private static final LoraSettings TEXT =
      settings(
          3,
          5,
          false,
          List.of(
              "layers.0.self_attn.q_proj",
              "layers.0.self_attn.v_proj",
              "layers.0.mlp.fc1",
              "layers.1.self_attn.k_proj",
              "layers.1.self_attn.out_proj",
              "layers.1.mlp.fc2"));
  private static final LoraSettings IMAGE =
      settings(4, 3, true, List.of("q_proj", "k_proj", "v_proj"));

  private final TestRunContext run = new TestRunContext(0);

  @TempDir Path folder;
  private NDManager memory;
  private Path fixture;
  private VisionLanguageModel model;

  @BeforeEach
  void loadTheModelOfTheFixture() throws IOException, URISyntaxException {
    memory = run.manager();
    fixture = Path.of(getClass().getResource("/parity/lora").toURI());
    for (String file : List.of("config.json", "model.safetensors")) {
      Files.copy(fixture.resolve("base").resolve(file), folder.resolve(file));
    }
    TinyModels.tokenizer(folder);
    model =
        Plugins.RUN
            .open(run)
            .create(ModelLoader.class, "hugging-face", Map.of(), "model")
            .load(memory, folder, LoadOptions.none(), ComputeOptions.standard())
            .as(VisionLanguageModel.class);
  }

  @AfterEach
  void release() {
    model.close();
    run.close();
  }

  @Test
  void theTextTowersChangesAreThoseOfPeft() {
    try (TrainableEncoder<List<int[]>> tower = model.text().trainable(TEXTS)) {
      ParameterPair weights =
          new ParameterPair(tower.parameters(), tower.restrict(model.text().parameters()));
      List<LowRankChange> changes = changes("text", weights, TEXT);
      compare("text", weights, changes, TEXT, scope -> tower.forward(scope, TEXTS));
    }
  }

  @Test
  void theImageTowersChangesAreThoseOfPeft() {
    try (TrainableEncoder<NDArray> tower = model.image().trainable()) {
      ParameterPair weights =
          new ParameterPair(tower.parameters(), tower.restrict(model.image().parameters()));
      List<LowRankChange> changes = changes("image", weights, IMAGE);
      compare("image", weights, changes, IMAGE, scope -> tower.forward(scope, pixels(scope)));
    }
  }

  /** PEFT loaded the file that this wrote, onto a model and onto its text tower alone. */
  @Test
  void whatPeftComputesWithTheExportedAdapterIsWhatTheMergedModelComputes() throws IOException {
    export("text", new ParameterPair(model.text().parameters(), model.text().parameters()), TEXT);
    export(
        "image", new ParameterPair(model.image().parameters(), model.image().parameters()), IMAGE);
    for (String through :
        List.of(
            "text-through-peft-CLIPModel",
            "text-through-peft-CLIPTextModelWithProjection",
            "image-through-peft-CLIPModel")) {
      String tower = through.substring(0, through.indexOf('-'));
      assertClose(through, read(through, "embeddings"), read(tower + "-expected", "embeddings"));
    }
  }

  private void export(String tower, ParameterPair weights, LoraSettings settings)
      throws IOException {
    Path kept = Boolean.getBoolean("lethe.parity.write") ? KEPT : folder.resolve("exported");
    Path exported = Files.createDirectories(kept.resolve(tower));
    PeftAdapter.of(changes(tower, weights, settings), settings).write(exported);
    for (String file : List.of("adapter_config.json", "adapter_model.safetensors")) {
      assertThat(exported.resolve(file))
          .hasSameBinaryContentAs(fixture.resolve("exported").resolve(tower).resolve(file));
    }
  }

  private void compare(
      String tower,
      ParameterPair weights,
      List<LowRankChange> changes,
      LoraSettings settings,
      Function<NDManager, NDArray> embed) {
    String expected = tower + "-expected";
    LoraWeights lora = new LoraWeights(memory, weights, changes, settings);
    lora.effective().forEach(weight -> weight.value().setRequiresGradient(true));
    lora.compose(memory);
    NDArray slope = read(expected, "slope");
    List<float[]> embeddings = new ArrayList<>();
    Autograd.backward(
        memory,
        scope -> {
          NDArray embedded = embed.apply(scope);
          embeddings.add(embedded.toFloatArray());
          return embedded.mul(slope).sum();
        });
    assertThat(embeddings.get(0))
        .usingComparatorWithPrecision(PRECISION)
        .containsExactly(read(expected, "embeddings").toFloatArray());

    NDList gradients = Autograd.gradients(memory, lora.effective().arrays());
    List<NDArray> pulled = lora.pull(memory, gradients);
    List<Parameter> trained = lora.trained().list();
    assertThat(pulled).hasSameSizeAs(trained);
    for (int i = 0; i < pulled.size(); i++) {
      String name = "gradient:" + trained.get(i).info().name();
      assertClose(name, pulled.get(i), read(expected, name));
    }
    for (LowRankChange change : changes) {
      LinearModule module = change.module();
      NDArray stored = lora.effective().get(module.weight().name());
      NDArray own = stored.split(module.weight().fused()).get(module.part());
      String name = "merged:" + module.nameInModel() + ".weight";
      assertClose(name, own, read(expected, name));
    }
  }

  /** Returns the changes that PEFT saved. */
  private List<LowRankChange> changes(String tower, ParameterPair weights, LoraSettings settings) {
    List<LinearModule> modules =
        new TargetModules(settings.targetModules()).among(LinearModule.of(weights.student()));
    String file = tower + "/adapter_model";
    return modules.stream()
        .map(
            module -> {
              String name = "base_model.model." + module.nameInModel();
              return new LowRankChange(
                  module, read(file, name + ".lora_A.weight"), read(file, name + ".lora_B.weight"));
            })
        .toList();
  }

  private NDArray read(String file, String tensor) {
    try (SafetensorsFile open = SafetensorsFile.open(fixture.resolve(file + ".safetensors"))) {
      return open.read(memory, tensor);
    }
  }

  private static void assertClose(String what, NDArray actual, NDArray expected) {
    assertThat(actual.getShape()).as(what).isEqualTo(expected.getShape());
    float largest = Math.max(1, expected.abs().max().getFloat());
    assertThat(actual.sub(expected).abs().max().getFloat())
        .as(what)
        .isLessThan(PRECISION * largest);
  }

  /** Returns the pixels of the fixture. */
  private static NDArray pixels(NDManager manager) {
    float[] values = new float[3 * 3 * SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = ((i * 7 + i * i % 11) % 33 - 16) / 8f;
    }
    return manager.create(values, new Shape(3, 3, SIDE, SIDE));
  }

  private static LoraSettings settings(
      int rank, double alpha, boolean rankStabilized, List<String> modules) {
    return new LoraSettings(rank, alpha, rankStabilized, modules, LoraSettings.Export.PEFT);
  }
}
