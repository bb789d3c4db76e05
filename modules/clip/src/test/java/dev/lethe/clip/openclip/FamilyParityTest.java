package dev.lethe.clip.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.Progress;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against what {@code tools/parity/clip_families.py} computed; {@code -Dlethe.parity.large=FOLDER}
 * adds the large models that it made there.
 */
class FamilyParityTest {
  private static final List<String> TEXTS =
      List.of("a photo of a cat", "the name of the person is Ada Lovelace", "");
  private static final List<String> PICTURES = List.of("tall", "wide", "small", "exact");
  private static final String GRADIENT = "gradient.";
  private static final float TOLERANCE = 2e-5f;
  private static final double RELATIVE_TOLERANCE = 1e-4;

  /**
   * Of millions of a large ResNet's ReLUs some stand at their kink: open_clip's own gradients
   * differ by 2e-4 with and without oneDNN, and by 1.4e-4 from those in double precision.
   */
  private static final double LARGE_TOLERANCE = 1e-3;

  /**
   * Below this norm a gradient is that of a key's bias, which is nothing but rounding, or what is
   * left of larger values that cancel out: its last digits are the processor's own.
   */
  private static final double SMALLEST_NORM = 0.05;

  private final NDManager manager = TorchEngine.open(TestDevice.chosen());
  @TempDir Path folder;

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @ParameterizedTest
  @MethodSource("families")
  void embeddingsAreThoseOfOpenClip(Path family) throws IOException {
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
  @MethodSource("families")
  void gradientsOfTheLossAreThoseOfOpenClip(Path family) throws IOException {
    try (SafetensorsFile expected = expected(family);
        VisionLanguageModel model = load(family);
        DistanceLoss loss = DistanceLoss.compile(manager, Distance.COSINE)) {
      NDArray pixels =
          model.image().preprocess(manager, PICTURES.stream().map(Parity::picture).toList());
      differentiate(model.text(), model.text().tokenizer().encode(TEXTS), loss);
      differentiate(model.image(), pixels, loss);
      double errors = 0;
      double norms = 0;
      for (StoredTensor entry : expected.entries()) {
        if (entry.name().startsWith(GRADIENT)) {
          String name = entry.name().substring(GRADIENT.length());
          Encoder<?> tower = name.startsWith("visual.") ? model.image() : model.text();
          float[] gradient = tower.parameters().get(name).getGradient().toFloatArray();
          float[] kept = expected.read(manager, entry.name()).toFloatArray();
          double error = distance(gradient, kept);
          double norm = distance(kept, new float[kept.length]);
          if (!isLarge(family)) {
            double scale = Math.max(norm, SMALLEST_NORM);
            assertThat(error).as(name).isLessThanOrEqualTo(RELATIVE_TOLERANCE * scale);
          }
          errors += error * error;
          norms += norm * norm;
        }
      }
      double tolerance = isLarge(family) ? LARGE_TOLERANCE : RELATIVE_TOLERANCE;
      assertThat(Math.sqrt(errors)).isLessThanOrEqualTo(tolerance * Math.sqrt(norms));
    }
  }

  @Test
  void aResNetIsTrainedWithoutItsStatisticsAndWrittenBack() throws IOException {
    try (VisionLanguageModel model = load(Parity.file("families").resolve("resnet"));
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
      trainable.commit(model.image());
      assertThat(model.image().forward(manager, model.image().parameters(), pixels))
          .isEqualTo(embeddings)
          .isNotEqualTo(teacher.image().forward(manager, teacher.image().parameters(), pixels));
    }
  }

  @Test
  void aSavedResNetKeepsEveryTensorToTheBit() throws IOException {
    Path read = Parity.file("families").resolve("resnet");
    Path written = folder.resolve("written");
    try (VisionLanguageModel model = load(read)) {
      model.save(written);
    }
    try (SafetensorsFile before = SafetensorsFile.open(read.resolve(OpenClipFolder.WEIGHTS));
        SafetensorsFile after = SafetensorsFile.open(written.resolve(OpenClipFolder.WEIGHTS))) {
      assertThat(after.entries()).containsExactlyInAnyOrderElementsOf(before.entries());
      for (StoredTensor tensor : before.entries()) {
        int length = Math.toIntExact(tensor.length());
        assertThat(after.bytes(tensor.name(), 0, length))
            .as(tensor.name())
            .isEqualTo(before.bytes(tensor.name(), 0, length));
      }
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

  private VisionLanguageModel load(Path family) throws IOException {
    if (isLarge(family)) {
      return new OpenClipLoader()
          .load(manager, family, LoadOptions.none(), ComputeOptions.standard());
    }
    for (String name : List.of(OpenClipFolder.CONFIG, OpenClipFolder.WEIGHTS)) {
      Files.copy(family.resolve(name), folder.resolve(name));
    }
    for (String name : List.of(TokenizerFiles.TOKENIZER, TokenizerFiles.CONFIG)) {
      Files.copy(Parity.model().resolve(name), folder.resolve(name));
    }
    return new OpenClipLoader()
        .load(manager, folder, LoadOptions.none(), ComputeOptions.standard());
  }

  static List<Path> families() throws IOException {
    List<Path> families = new ArrayList<>(subfolders(Parity.file("families")));
    String large = System.getProperty("lethe.parity.large");
    if (large != null) {
      families.addAll(subfolders(Path.of(large)));
    }
    return families;
  }

  /**
   * A large model has its own tokenizer, and pixels so many that some of a ReLU's are at its kink.
   */
  private static boolean isLarge(Path family) {
    return Files.exists(family.resolve("bpe_simple_vocab_16e6.txt.gz"));
  }

  private static List<Path> subfolders(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static SafetensorsFile expected(Path family) {
    return SafetensorsFile.open(family.resolve("expected.safetensors"));
  }

  /** Compares embeddings after normalization. */
  private static void requireClose(NDArray found, NDArray expected) {
    assertThat(found.getShape()).isEqualTo(expected.getShape());
    assertThat(found.normalize(2, 1).toFloatArray())
        .containsExactly(expected.normalize(2, 1).toFloatArray(), within(TOLERANCE));
  }

  /** Returns the distance of the values at the end from those that are expected there. */
  private static double distance(float[] values, float[] expected) {
    double squares = 0;
    for (int i = 0; i < expected.length; i++) {
      squares += Math.pow(values[values.length - expected.length + i] - (double) expected[i], 2);
    }
    return Math.sqrt(squares);
  }
}
