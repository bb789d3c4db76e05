package dev.lethe.clip.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenClipParityTest {
  private static final float TOLERANCE = 2e-5f;

  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @Test
  void idsAreThoseOfOpenClip() {
    try (VisionLanguageModel model = load(LoadOptions.none())) {
      for (Parity.Case text : Parity.texts()) {
        assertThat(model.text().tokenizer().encode(text.input()))
            .as(text.input())
            .containsExactly(text.ids());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void textEmbeddingsAreThoseOfOpenClip(Activation activation) {
    List<Parity.Case> texts = Parity.texts();
    try (VisionLanguageModel model = load(LoadOptions.none().withActivation(activation))) {
      List<String> inputs = texts.stream().map(Parity.Case::input).toList();
      NDArray embeddings = model.text().encode(manager, inputs, Progress.silent());
      isClose(embeddings, texts, expected(activation));
    }
  }

  @ParameterizedTest
  @EnumSource
  void imageEmbeddingsAreThoseOfOpenClip(Activation activation) {
    List<Parity.Case> pictures = Parity.pictures();
    try (VisionLanguageModel model = load(LoadOptions.none().withActivation(activation))) {
      NDArray embeddings =
          model
              .image()
              .encode(
                  manager,
                  pictures.stream().map(p -> Parity.pictureFile(p.input())).toList(),
                  Progress.silent());
      isClose(embeddings, pictures, expected(activation));
    }
  }

  private VisionLanguageModel load(LoadOptions options) {
    return new OpenClipLoader().load(manager, Parity.model(), options, ComputeOptions.standard());
  }

  private static Function<Parity.Case, float[]> expected(Activation activation) {
    return activation == Activation.GELU ? Parity.Case::gelu : Parity.Case::quick;
  }

  private static void isClose(
      NDArray embeddings, List<Parity.Case> cases, Function<Parity.Case, float[]> expected) {
    assertThat(embeddings.getShape().get(0)).isEqualTo(cases.size());
    for (int i = 0; i < cases.size(); i++) {
      assertThat(embeddings.get(i).toFloatArray())
          .as(cases.get(i).input())
          .containsExactly(expected.apply(cases.get(i)), within(TOLERANCE));
    }
  }
}
