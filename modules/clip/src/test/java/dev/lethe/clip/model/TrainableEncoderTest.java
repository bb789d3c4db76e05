package dev.lethe.clip.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.openclip.TinyModel;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainableEncoderTest {
  private static final List<String> TEXTS =
      List.of("a photo of a cat", "cat", "the name of the person", "a cat");

  private final NDManager manager = TorchEngine.open(TestDevice.chosen());
  private VisionLanguageModel model;
  private List<int[]> tokens;

  @BeforeEach
  void loadModel() {
    model = TinyModel.stored(manager);
    tokens = model.text().tokenizer().encode(TEXTS);
  }

  @AfterEach
  void freeMemory() {
    model.close();
    manager.close();
  }

  @Test
  void leavingOutTokensThatNeverOccurChangesNoEmbedding() {
    try (TrainableEncoder<List<int[]>> trainable = model.text().trainable(tokens)) {
      assertThat(trainable.parameters().get("token_embedding.weight").getShape().get(0))
          .isLessThan(40);
      NDArray whole = model.text().forward(manager, model.text().parameters(), tokens);
      assertThat(trainable.forward(manager, tokens)).isEqualTo(whole);
    }
  }

  @Test
  void trainingOnHiddenStatesReadsTheWholeContext() {
    TextEncoder text = model.text();
    try (TrainableEncoder<List<int[]>> trainable = text.trainableStates(tokens)) {
      NDArray states = text.hiddenStates(manager, text.parameters(), tokens);
      assertThat(trainable.forward(manager, tokens)).isEqualTo(states.reshape(tokens.size(), -1));
    }
  }

  @Test
  void aTokenThatWasNotAnnouncedIsRefused() {
    try (TrainableEncoder<List<int[]>> trainable =
        model.text().trainable(List.of(model.text().tokenizer().encode("cat")))) {
      assertThatIllegalArgumentException().isThrownBy(() -> trainable.forward(manager, tokens));
    }
  }

  @Test
  void aTeacherIsRestrictedToTheSameShapes() {
    try (TrainableEncoder<List<int[]>> trainable = model.text().trainable(tokens)) {
      ParameterSet teacher = trainable.restrict(model.text().parameters());
      assertThat(teacher.size()).isEqualTo(trainable.parameters().size());
      for (Parameter parameter : trainable.parameters()) {
        assertThat(teacher.get(parameter.info().name())).isEqualTo(parameter.value());
      }
    }
  }

  @Test
  void gradientsReachEveryTextParameterAndEqualThoseOfTheWholeVocabulary() {
    NDArray direction = manager.arange(4f * 16).reshape(4, 16).sin();
    TextEncoder encoder = model.text();
    requireGradients(encoder.parameters());
    Autograd.backward(
        manager,
        scope -> encoder.forward(scope, encoder.parameters(), tokens).mul(direction).sum());
    try (TrainableEncoder<List<int[]>> trainable = encoder.trainable(tokens)) {
      requireGradients(trainable.parameters());
      Autograd.backward(manager, scope -> trainable.forward(scope, tokens).mul(direction).sum());
      for (Parameter parameter : trainable.parameters()) {
        NDArray gradient = parameter.value().getGradient();
        NDArray whole = encoder.parameters().get(parameter.info().name()).getGradient();
        float norm = gradient.norm().getFloat();
        assertThat(norm).as(parameter.info().name()).isPositive();
        assertThat(whole.norm().getFloat()).isCloseTo(norm, within(1e-5f * norm));
      }
    }
  }

  @Test
  void gradientsOfTextsThatShareTheirBeginningsAreThoseOfThePlainComputation() {
    NDArray direction = manager.arange(4f * 16).reshape(4, 16).sin();
    TextEncoder encoder = model.text();
    ParameterSet shared = encoder.parameters();
    requireGradients(shared);
    Autograd.backward(
        manager, scope -> encoder.forward(scope, shared, tokens).mul(direction).sum());
    try (VisionLanguageModel copy = model.copy()) {
      ParameterSet plain = copy.text().parameters();
      requireGradients(plain);
      Autograd.backward(manager, scope -> plain(scope, copy.text()).mul(direction).sum());
      for (Parameter parameter : plain) {
        NDArray expected = parameter.value().getGradient();
        NDArray error = shared.get(parameter.info().name()).getGradient().sub(expected);
        assertThat(error.norm().getFloat())
            .as(parameter.info().name())
            .isLessThan(1e-5f * Math.max(1, expected.norm().getFloat()));
      }
    }
  }

  @Test
  void gradientsReachEveryImageParameter() {
    NDArray pixels = manager.arange(2f * 3 * 32 * 32).sin().reshape(2, 3, 32, 32);
    NDArray direction = manager.arange(2f * 16).reshape(2, 16).sin();
    try (TrainableEncoder<NDArray> trainable = model.image().trainable()) {
      requireGradients(trainable.parameters());
      Autograd.backward(manager, scope -> trainable.forward(scope, pixels).mul(direction).sum());
      for (Parameter parameter : trainable.parameters()) {
        assertThat(parameter.value().getGradient().norm().getFloat())
            .as(parameter.info().name())
            .isPositive();
      }
    }
  }

  @Test
  void commitWritesWhatWasTrainedAndNothingElse() {
    NDArray embedding = model.text().parameters().get("token_embedding.weight");
    NDArray before = embedding.duplicate();
    try (TrainableEncoder<List<int[]>> trainable = model.text().trainable(tokens)) {
      trainable.parameters().forEach(parameter -> parameter.value().addi(0.5f));
      NDArray trained = trainable.forward(manager, tokens);
      trainable.commit(model.text());
      assertThat(model.text().forward(manager, model.text().parameters(), tokens))
          .isEqualTo(trained);
      NDArray changedRows = embedding.sub(before).abs().max(new int[] {1}).gt(0);
      assertThat(changedRows.countNonzero().getLong())
          .isEqualTo(trainable.parameters().get("token_embedding.weight").getShape().get(0));
    }
  }

  @Test
  void commitToACopyLeavesTheEncoderAsItWas() {
    NDArray before = model.text().forward(manager, model.text().parameters(), tokens);
    try (TrainableEncoder<List<int[]>> trainable = model.text().trainable(tokens);
        VisionLanguageModel copy = model.copy()) {
      trainable.parameters().get("text_projection").addi(0.5f);
      trainable.commit(copy.text());
      assertThat(copy.text().forward(manager, copy.text().parameters(), tokens))
          .isEqualTo(trainable.forward(manager, tokens))
          .isNotEqualTo(before);
      assertThat(model.text().forward(manager, model.text().parameters(), tokens))
          .isEqualTo(before);
    }
  }

  @Test
  void commitWritesTheImageTower() {
    NDArray pixels = manager.ones(new Shape(1, 3, 32, 32));
    try (TrainableEncoder<NDArray> trainable = model.image().trainable()) {
      trainable.parameters().get("visual.proj").addi(0.5f);
      NDArray trained = trainable.forward(manager, pixels);
      assertThat(trained)
          .isNotEqualTo(model.image().forward(manager, model.image().parameters(), pixels));
      trainable.commit(model.image());
      assertThat(model.image().forward(manager, model.image().parameters(), pixels))
          .isEqualTo(trained);
    }
  }

  /** The states of the end tokens of texts padded to the context, projected. */
  private NDArray plain(NDManager scope, TextEncoder encoder) {
    NDArray states = encoder.hiddenStates(scope, encoder.parameters(), tokens);
    NDList ends = new NDList();
    for (int i = 0; i < tokens.size(); i++) {
      ends.add(states.get(new NDIndex("{},{}", i, tokens.get(i).length - 1)));
    }
    return NDArrays.stack(ends).matMul(encoder.parameters().get("text_projection"));
  }

  private static void requireGradients(ParameterSet parameters) {
    parameters.forEach(parameter -> parameter.value().setRequiresGradient(true));
  }
}
