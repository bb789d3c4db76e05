package dev.lethe.clip.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.Progress;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.tensor.stored.StoredTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what {@code tools/parity/clip_families.py} computed. */
class FamilyParityTest {
  private static final List<String> TEXTS =
      List.of("a photo of a cat", "the name of the person is Ada Lovelace", "");
  private static final List<String> PICTURES = List.of("tall", "wide", "small", "exact");
  private static final String GRADIENT = "gradient.";
  private static final float TOLERANCE = 2e-5f;
  private static final double RELATIVE_TOLERANCE = 1e-4;

  /** Below this norm a gradient is that of a key's bias, which is nothing but rounding. */
  private static final double SMALLEST_NORM = 0.01;

  private final NDManager manager = TorchEngine.open(Device.cpu());
  @TempDir Path folder;

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet", "vit-g", "vit-h-quickgelu"})
  void embeddingsAreThoseOfOpenClip(String family) throws IOException {
    try (SafetensorsFile expected = expected(family);
        VisionLanguageModel model = load(family)) {
      requireClose(
          model.text().encode(manager, TEXTS, Progress.silent()), expected.read(manager, "text"));
      requireClose(
          model
              .image()
              .encode(
                  manager, PICTURES.stream().map(Parity::pictureFile).toList(), Progress.silent()),
          expected.read(manager, "image"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet", "vit-g", "vit-h-quickgelu"})
  void gradientsOfTheLossAreThoseOfOpenClip(String family) throws IOException {
    try (SafetensorsFile expected = expected(family);
        VisionLanguageModel model = load(family);
        DistanceLoss loss = DistanceLoss.compile(manager, Distance.COSINE)) {
      NDArray pixels =
          model.image().preprocess(manager, PICTURES.stream().map(Parity::picture).toList());
      differentiate(model.text(), model.text().tokenizer().encode(TEXTS), loss);
      differentiate(model.image(), pixels, loss);
      List<StoredTensor> gradients =
          expected.entries().stream().filter(e -> e.name().startsWith(GRADIENT)).toList();
      assertThat(gradients).hasSizeGreaterThan(20);
      for (StoredTensor entry : gradients) {
        String name = entry.name().substring(GRADIENT.length());
        Encoder<?> tower = name.startsWith("visual.") ? model.image() : model.text();
        requireClose(
            name,
            tower.parameters().get(name).getGradient().toFloatArray(),
            expected.read(manager, entry.name()).toFloatArray());
      }
    }
  }

  @Test
  void aResNetIsTrainedWithoutItsStatisticsAndWrittenBack() throws IOException {
    try (VisionLanguageModel model = load("resnet");
        VisionLanguageModel teacher = model.copy();
        TrainableEncoder<NDArray> trainable = model.image().trainable()) {
      ParameterSet trained = trainable.parameters();
      assertThat(trained)
          .hasSizeLessThan(model.image().parameters().size())
          .allSatisfy(p -> assertThat(p.info().name()).doesNotContain("running"));
      assertThat(trainable.restrict(teacher.image().parameters()).list())
          .extracting(Parameter::info)
          .isEqualTo(trained.list().stream().map(Parameter::info).toList());
      NDArray pixels = model.image().preprocess(manager, List.of(Parity.picture("tall")));
      trained.get("visual.layer2.1.conv2.weight").muli(0.5f);
      NDArray embeddings = trainable.forward(manager, pixels);
      trainable.commit();
      assertThat(model.image().forward(manager, model.image().parameters(), pixels))
          .isEqualTo(embeddings)
          .isNotEqualTo(teacher.image().forward(manager, teacher.image().parameters(), pixels));
    }
  }

  private <B> void differentiate(Encoder<B> encoder, B batch, DistanceLoss loss) {
    ParameterSet parameters = encoder.parameters();
    parameters
        .where(info -> info.role().trainable())
        .forEach(p -> p.value().setRequiresGradient(true));
    Autograd.backward(
        manager,
        scope -> {
          NDArray student = encoder.forward(scope, parameters, batch);
          Shape shape = student.getShape();
          long n = shape.get(0);
          NDArray directions =
              Autograd.withoutGradients(
                  () -> scope.arange((float) shape.size()).sin().reshape(shape));
          NDArray mean = scope.full(new Shape(n), 1f / n);
          return loss.of(scope, student, directions, mean).loss();
        });
  }

  private VisionLanguageModel load(String family) throws IOException {
    for (String name : List.of(OpenClipFolder.CONFIG, OpenClipFolder.WEIGHTS)) {
      Files.copy(family(family).resolve(name), folder.resolve(name));
    }
    for (String name : List.of(OpenClipFolder.TOKENIZER, TokenizerFiles.CONFIG)) {
      Files.copy(Parity.model().resolve(name), folder.resolve(name));
    }
    return new OpenClipLoader().load(manager, folder, LoadOptions.none());
  }

  private static SafetensorsFile expected(String family) {
    return SafetensorsFile.open(family(family).resolve("expected.safetensors"));
  }

  private static Path family(String name) {
    return Parity.file("families").resolve(name);
  }

  /** Compares embeddings after normalisation. */
  private static void requireClose(NDArray found, NDArray expected) {
    assertThat(found.getShape()).isEqualTo(expected.getShape());
    assertThat(found.normalize(2, 1).toFloatArray())
        .containsExactly(expected.normalize(2, 1).toFloatArray(), within(TOLERANCE));
  }

  /** Compares the values at the end of a gradient. */
  private static void requireClose(String name, float[] whole, float[] expected) {
    double error = 0;
    double norm = 0;
    for (int i = 0; i < expected.length; i++) {
      double found = whole[whole.length - expected.length + i];
      error += Math.pow(found - expected[i], 2);
      norm += Math.pow(expected[i], 2);
    }
    assertThat(Math.sqrt(error))
        .as(name)
        .isLessThanOrEqualTo(RELATIVE_TOLERANCE * Math.max(Math.sqrt(norm), SMALLEST_NORM));
  }
}
