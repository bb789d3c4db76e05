package dev.lethe.clip.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.openclip.Parity;
import dev.lethe.clip.text.TokenizerFolders;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Text encoders of Stable Diffusion give what transformers computes with them, and so does a
 * defense: see {@code tools/parity/clip_diffusion.py}.
 */
class DiffusionStatesTest {
  @TempDir Path temporary;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1, stable-diffusion-1",
    "2, stable-diffusion-2",
    "xl-1, stable-diffusion-1",
    "xl-2, stable-diffusion-xl-2"
  })
  void statesAreThoseOfTransformersPaddingIncluded(String name, String tokenizer)
      throws IOException {
    try (VisionLanguageModel model = pipeline(name, tokenizer)) {
      TextEncoder text = model.text();
      NDArray states =
          text.hiddenStates(
              manager, text.parameters(), text.tokenizer().encode(TokenizerFolders.texts()));
      assertThat(states.toFloatArray())
          .containsExactly(expected(name, "states").toFloatArray(), within(2e-5f));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, stable-diffusion-1",
    "2, stable-diffusion-2",
    "xl-1, stable-diffusion-1",
    "xl-2, stable-diffusion-xl-2"
  })
  void theLossOfADefenseAndItsGradientAreThoseOfTransformers(String name, String tokenizer)
      throws IOException {
    float[] expected = expected(name, "loss").toFloatArray();
    try (VisionLanguageModel model = pipeline(name, tokenizer)) {
      TextEncoder text = model.text();
      List<int[]> tokens = text.tokenizer().encode(TokenizerFolders.texts());
      NDArray states = text.hiddenStates(manager, text.parameters(), tokens);
      NDArray rows = states.reshape(tokens.size(), -1);
      NDArray targets = NDArrays.concat(new NDList(rows.get("-1:"), rows.get(":-1")));
      try (TrainableEncoder<List<int[]>> student = text.trainableStates(tokens);
          DistanceLoss distance = DistanceLoss.compile(manager, Distance.COSINE)) {
        ParameterSet parameters = student.parameters().where(info -> hasPart(model, info));
        parameters.forEach(parameter -> parameter.value().setRequiresGradient(true));
        float[] weights = new float[tokens.size()];
        Arrays.fill(weights, 1f / weights.length);
        double loss =
            Autograd.backward(
                manager,
                scope ->
                    distance
                        .of(scope, student.forward(scope, tokens), targets, scope.create(weights))
                        .loss());
        double square = 0;
        for (NDArray gradient : Autograd.gradients(manager, parameters.arrays())) {
          square += Math.pow(gradient.norm().getFloat(), 2);
        }
        assertThat((float) loss).isCloseTo(expected[0], within(1e-5f));
        assertThat((float) Math.sqrt(square)).isCloseTo(expected[1], within(1e-4f * expected[1]));
      }
    }
  }

  @Test
  void anEncoderOfXlThatIsSavedAloneGivesTheSameStates() throws IOException {
    Path saved = temporary.resolve("saved");
    try (VisionLanguageModel model = pipeline("xl-2", "stable-diffusion-xl-2")) {
      model.save(saved);
    }
    try (VisionLanguageModel again = Formats.load(manager, saved, LoadOptions.none())) {
      TextEncoder text = again.text();
      NDArray states =
          text.hiddenStates(
              manager, text.parameters(), text.tokenizer().encode(TokenizerFolders.texts()));
      assertThat(states.toFloatArray())
          .containsExactly(expected("xl-2", "states").toFloatArray(), within(2e-5f));
    }
  }

  /** Puts an encoder and its tokenizer into a pipeline, as a diffusion model is published. */
  private VisionLanguageModel pipeline(String name, String tokenizer) throws IOException {
    Path pipeline = Files.createDirectory(temporary.resolve("pipeline"));
    Path encoder = Files.createDirectory(pipeline.resolve("text_encoder"));
    for (String file : List.of("config.json", "model.safetensors")) {
      Files.copy(fixture(name).resolve(file), encoder.resolve(file));
    }
    if (name.startsWith("xl")) {
      Files.writeString(
          pipeline.resolve("model_index.json"),
          """
          {"_class_name": "StableDiffusionXLPipeline",
           "text_encoder": ["transformers", "CLIPTextModel"]}
          """);
    }
    Files.move(TokenizerFolders.named(tokenizer).write(pipeline), pipeline.resolve("tokenizer"));
    return Formats.load(manager, pipeline, LoadOptions.none());
  }

  /** Autograd knows no gradient of what has no part in a loss. */
  private static boolean hasPart(VisionLanguageModel model, ParameterInfo info) {
    TextArchitecture text = Objects.requireNonNull(model.architecture().text());
    int read = text.transformer().layers() - text.unread();
    boolean isLast = info.role() == ParameterRole.NORM && info.layer() < 0;
    return info.layer() < read
        && info.role() != ParameterRole.PROJECTION
        && !(isLast && text.unread() > 0);
  }

  private NDArray expected(String name, String key) {
    try (SafetensorsFile tensors =
        SafetensorsFile.open(fixture(name).resolve("expected.safetensors"))) {
      return tensors.read(manager, key);
    }
  }

  private static Path fixture(String name) {
    return Parity.file("diffusion").resolve(name);
  }
}
