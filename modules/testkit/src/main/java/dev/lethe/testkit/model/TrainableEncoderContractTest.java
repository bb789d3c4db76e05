package dev.lethe.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.tensor.Autograd;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.Weights;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the towers of every model that trains must do, beside what every tower must. */
public abstract class TrainableEncoderContractTest {
  private static final List<String> TEXTS = List.of("a disc", "anna lee", "a photo of Anna Lee");
  private static final List<TinyPicture> PICTURES =
      List.of(
          new TinyPicture(TinyPicture.Shape.DISC, 0xcc2200),
          new TinyPicture(TinyPicture.Shape.CROSS, 0x0022cc));

  private final TestRunContext run = new TestRunContext(0);
  private VisionLanguageModel model;

  /** For subclasses. */
  protected TrainableEncoderContractTest() {}

  /** Creates a small model with both towers. */
  protected abstract VisionLanguageModel model(NDManager manager);

  @BeforeEach
  void createModel() {
    model = model(run.manager());
  }

  @AfterEach
  void free() {
    model.close();
    run.close();
  }

  @Test
  void whatIsTrainedCanBeTrainedAndComparedWithTheTeacher() {
    try (TrainableEncoder<List<int[]>> text = text();
        TrainableEncoder<NDArray> image = model.image().trainable()) {
      requireTrainable(text, model.text());
      requireTrainable(image, model.image());
    }
  }

  @Test
  void beforeTheFirstStepItComputesWhatTheEncoderDoes() {
    try (TrainableEncoder<List<int[]>> text = text();
        TrainableEncoder<NDArray> image = model.image().trainable()) {
      assertThat(text.forward(run.manager(), tokens())).isEqualTo(embed(model.text(), tokens()));
      assertThat(image.forward(run.manager(), pixels())).isEqualTo(embed(model.image(), pixels()));
    }
  }

  @Test
  void gradientsReachWhatIsTrainedAndNotTheModel() {
    Map<String, ByteBuffer> before = Weights.of(model);
    try (TrainableEncoder<List<int[]>> text = text();
        TrainableEncoder<NDArray> image = model.image().trainable()) {
      requireGradients(text, tokens());
      requireGradients(image, pixels());
    }
    assertThat(Weights.of(model)).isEqualTo(before);
    for (Parameter parameter : model.parameters()) {
      assertThat(parameter.value().hasGradient()).as(parameter.info().name()).isFalse();
    }
  }

  @Test
  void whatWasTrainedIsWrittenIntoACopyAndLeavesTheModelAsItWas() {
    Map<String, ByteBuffer> before = Weights.of(model);
    try (VisionLanguageModel copy = model.copy();
        TrainableEncoder<List<int[]>> text = text();
        TrainableEncoder<NDArray> image = model.image().trainable()) {
      requireCommitted(text, copy.text(), tokens());
      requireCommitted(image, copy.image(), pixels());
    }
    assertThat(Weights.of(model)).isEqualTo(before);
  }

  private TrainableEncoder<List<int[]>> text() {
    return model.text().trainable(tokens());
  }

  private List<int[]> tokens() {
    return model.text().tokenizer().encode(TEXTS);
  }

  private NDArray pixels() {
    return model
        .image()
        .preprocess(run.manager(), PICTURES.stream().map(TinyPicture::read).toList());
  }

  private static <B> void requireTrainable(TrainableEncoder<B> trainable, Encoder<B> teacher) {
    List<ParameterInfo> trained = infos(trainable.parameters());
    assertThat(trained)
        .isNotEmpty()
        .allSatisfy(info -> assertThat(info.role().trainable()).as(info.name()).isTrue());
    assertThat(infos(trainable.restrict(teacher.parameters()))).isEqualTo(trained);
  }

  private <B> void requireGradients(TrainableEncoder<B> trainable, B batch) {
    trainable.parameters().forEach(parameter -> parameter.value().setRequiresGradient(true));
    Autograd.backward(run.manager(), scope -> trainable.forward(scope, batch).pow(2).sum());
    for (Parameter parameter : trainable.parameters()) {
      NDArray gradient = parameter.value().getGradient();
      assertThat(gradient.isNaN().any().getBoolean()).as(parameter.info().name()).isFalse();
    }
    Function<Parameter, Float> norm = each -> each.value().getGradient().norm().getFloat();
    assertThat(trainable.parameters().list().stream().map(norm)).anyMatch(size -> size > 0);
  }

  private <B> void requireCommitted(TrainableEncoder<B> trainable, Encoder<B> copy, B batch) {
    NDArray before = embed(copy, batch);
    trainable.parameters().forEach(parameter -> parameter.value().addi(run.manager().create(.05f)));
    NDArray trained = Autograd.withoutGradients(() -> trainable.forward(run.manager(), batch));
    trainable.commit(copy);
    assertThat(embed(copy, batch)).isEqualTo(trained).isNotEqualTo(before);
  }

  private <B> NDArray embed(Encoder<B> encoder, B batch) {
    return Autograd.withoutGradients(
        () -> encoder.forward(run.manager(), encoder.parameters(), batch));
  }

  private static List<ParameterInfo> infos(ParameterSet parameters) {
    return parameters.list().stream().map(Parameter::info).toList();
  }
}
