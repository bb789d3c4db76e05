package dev.lethe.clip.openclip;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lethe.api.Progress;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.ActivationMemory;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrecisionTest {
  private static final List<String> TEXTS =
      List.of("a photo of a cat", "a photo of a dog", "the name of the person", "a cat");
  private static final double ALIKE = 0.999;

  private enum Family {
    TRANSFORMER,
    RESNET
  }

  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @TempDir Path folder;

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource
  void bfloat16GivesNearlyTheSameEmbeddingsInFp32(Family family) {
    try (VisionLanguageModel exact = model(family);
        VisionLanguageModel narrow = in(Precision.BF16, exact)) {
      requireAlike(texts(exact), texts(narrow));
      requireAlike(pictures(exact), pictures(narrow));
      try (VisionLanguageModel copy = narrow.copy()) {
        assertThat(texts(copy)).isEqualTo(texts(narrow));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void bfloat16GivesFp32ParametersGradientsOfNearlyTheSameDirection(Family family) {
    try (VisionLanguageModel exact = model(family);
        VisionLanguageModel narrow = in(Precision.BF16, exact)) {
      List<int[]> tokens = exact.text().tokenizer().encode(TEXTS);
      assertThat(cosine(gradients(exact.text(), tokens), gradients(narrow.text(), tokens)))
          .isGreaterThan(ALIKE);
      NDArray pixels = pixels(exact);
      assertThat(cosine(gradients(exact.image(), pixels), gradients(narrow.image(), pixels)))
          .isGreaterThan(ALIKE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tf32ChangesNothingOnTheProcessor(Family family) {
    try (VisionLanguageModel exact = model(family);
        VisionLanguageModel tf32 = in(Precision.TF32, exact)) {
      assertThat(texts(tf32)).isEqualTo(texts(exact));
      assertThat(pictures(tf32)).isEqualTo(pictures(exact));
    }
  }

  private VisionLanguageModel model(Family family) {
    Architecture resNet =
        new Architecture(
            24,
            Activation.GELU,
            new ModifiedResNet(64, List.of(1, 2, 1, 1), 4, 4),
            TinyModel.ARCHITECTURE.text());
    return family == Family.TRANSFORMER
        ? TinyModel.stored(manager)
        : new OpenClipFactory()
            .create(
                manager,
                resNet,
                Preprocessing.clip(64),
                Parity.model().resolve(TokenizerFiles.TOKENIZER),
                3);
  }

  private VisionLanguageModel in(Precision precision, VisionLanguageModel model) {
    Path saved = folder.resolve(precision.name());
    model.save(saved);
    return new OpenClipLoader()
        .load(
            manager,
            saved,
            LoadOptions.none(),
            new ComputeOptions(precision, ActivationMemory.unbounded()));
  }

  private NDArray texts(VisionLanguageModel model) {
    return model.text().encode(manager, TEXTS, Progress.silent());
  }

  private NDArray pictures(VisionLanguageModel model) {
    return model.image().forward(manager, model.image().parameters(), pixels(model));
  }

  private NDArray pixels(VisionLanguageModel model) {
    return model
        .image()
        .preprocess(manager, List.of(Parity.picture("wide"), Parity.picture("tall")));
  }

  private static void requireAlike(NDArray exact, NDArray narrow) {
    assertThat(narrow.getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(narrow).isNotEqualTo(exact);
    for (int i = 0; i < exact.getShape().get(0); i++) {
      assertThat(cosine(exact.get(i).toFloatArray(), narrow.get(i).toFloatArray()))
          .isGreaterThan(ALIKE);
    }
  }

  private <B> float[] gradients(Encoder<B> encoder, B batch) {
    List<NDArray> trained =
        encoder.parameters().where(info -> info.role().trainable()).list().stream()
            .map(Parameter::value)
            .toList();
    trained.forEach(parameter -> parameter.setRequiresGradient(true));
    Autograd.backward(
        manager,
        scope -> {
          NDArray embeddings = encoder.forward(scope, encoder.parameters(), batch);
          NDArray direction =
              scope.arange((float) embeddings.size()).sin().reshape(embeddings.getShape());
          return embeddings.mul(direction).sum();
        });
    NDList gradients = new NDList();
    for (NDArray parameter : trained) {
      assertThat(parameter.getGradient().getDataType()).isEqualTo(DataType.FLOAT32);
      gradients.add(parameter.getGradient().flatten());
    }
    return NDArrays.concat(gradients).toFloatArray();
  }

  private static double cosine(float[] a, float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }
}
