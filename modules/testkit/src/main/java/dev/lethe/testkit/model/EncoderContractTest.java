package dev.lethe.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.EndStates;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.tensor.Autograd;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyPicture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the towers of every model must do. */
public abstract class EncoderContractTest {
  private static final List<String> TEXTS =
      List.of("a much longer caption than the others", "a disc", "", "anna lee", "a disc");
  private static final List<ImageFile> PICTURES =
      List.of(
          new TinyPicture(TinyPicture.Shape.DISC, 0xcc2200),
          new TinyPicture(TinyPicture.Shape.CROSS, 0x0022cc),
          new TinyPicture(TinyPicture.Shape.SQUARE, 0x22cc00));
  private static final double ROUNDING = 1e-4;

  private final TestRunContext run = new TestRunContext(0);
  private VisionLanguageModel model;

  /** For subclasses. */
  protected EncoderContractTest() {}

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
  void aTextHasOneEmbeddingWhateverStandsBesideIt() {
    TextEncoder text = model.text();
    NDArray together = text.encode(run.manager(), TEXTS, Progress.silent());
    assertThat(together.getShape()).isEqualTo(new Shape(TEXTS.size(), text.dimension()));
    for (int i = 0; i < TEXTS.size(); i++) {
      NDArray alone = text.encode(run.manager(), List.of(TEXTS.get(i)), Progress.silent());
      requireEqual(row(together, i), alone.toFloatArray());
    }
  }

  @Test
  void encodingTextsIsTheForwardPassOverTheirTokens() {
    TextEncoder text = model.text();
    NDArray encoded = text.encode(run.manager(), TEXTS, Progress.silent());
    List<int[]> tokens = text.tokenizer().encode(TEXTS);
    requireEqual(forward(text, tokens), encoded.toFloatArray());
  }

  @Test
  void aPictureHasOneEmbeddingWhateverStandsBesideIt() {
    ImageEncoder image = model.image();
    NDArray together = image.encode(run.manager(), PICTURES, Progress.silent());
    assertThat(together.getShape()).isEqualTo(new Shape(PICTURES.size(), image.dimension()));
    for (int i = 0; i < PICTURES.size(); i++) {
      NDArray alone = image.encode(run.manager(), List.of(PICTURES.get(i)), Progress.silent());
      requireEqual(row(together, i), alone.toFloatArray());
    }
  }

  @Test
  void encodingPicturesIsTheForwardPassOverTheirPixels() {
    ImageEncoder image = model.image();
    NDArray encoded = image.encode(run.manager(), PICTURES, Progress.silent());
    NDArray pixels =
        image.preprocess(run.manager(), PICTURES.stream().map(ImageFile::read).toList());
    long size = model.preprocessing().size();
    assertThat(pixels.getShape()).isEqualTo(new Shape(PICTURES.size(), 3, size, size));
    requireEqual(forward(image, pixels), encoded.toFloatArray());
  }

  @Test
  void preprocessingIsResizingAndThenNormalizing() {
    ImageEncoder image = model.image();
    List<Picture> pictures = PICTURES.stream().map(ImageFile::read).toList();
    List<RgbImage> resized = pictures.stream().map(image::resize).toList();
    int size = model.preprocessing().size();
    assertThat(resized)
        .allSatisfy(each -> assertThat(each.width()).isEqualTo(size))
        .allSatisfy(each -> assertThat(each.height()).isEqualTo(size));
    assertThat(image.normalize(run.manager(), resized))
        .isEqualTo(image.preprocess(run.manager(), pictures));
  }

  @Test
  void pixelsAreNormalizedByTheMeanAndDeviationOfTheirChannel() {
    Preprocessing preprocessing = model.preprocessing();
    int size = preprocessing.size();
    byte[] white = new byte[3 * size * size];
    Arrays.fill(white, (byte) 255);
    float[] planes =
        model
            .image()
            .normalize(run.manager(), List.of(new RgbImage(size, size, white)))
            .toFloatArray();
    for (int channel = 0; channel < 3; channel++) {
      double mean = preprocessing.mean().get(channel);
      double std = preprocessing.std().get(channel);
      assertThat((double) planes[channel * size * size])
          .isEqualTo((1 - mean) / std, within(ROUNDING));
    }
  }

  @Test
  void hiddenStatesFillTheWholeContext() {
    TextEncoder text = model.text();
    List<int[]> tokens = text.tokenizer().encode(TEXTS);
    NDArray states =
        Autograd.withoutGradients(
            () -> text.hiddenStates(run.manager(), text.parameters(), tokens));
    var shape = model.architecture().text();
    assertThat(states.getShape())
        .isEqualTo(new Shape(TEXTS.size(), shape.contextLength(), shape.transformer().width()));
  }

  @Test
  void theResultsOfAMatrixFollowItsChangeByItsInputs() {
    List<int[]> tokens = model.text().tokenizer().encode(TEXTS);
    List<Parameter> matrices =
        model.text().parameters().list().stream().filter(EncoderContractTest::isRead).toList();
    assertThat(matrices).hasSizeGreaterThanOrEqualTo(3);
    for (Parameter matrix : matrices) {
      String name = matrix.info().name();
      try (VisionLanguageModel changed = model.copy()) {
        NDArray difference = matrix.value().mul(0.5f);
        changed.text().parameters().get(name).addi(difference);
        EndStates before = model.text().endStates(run.manager(), name, tokens);
        EndStates after = changed.text().endStates(run.manager(), name, tokens);
        boolean readsRows = matrix.info().role() == ParameterRole.PROJECTION;
        NDArray product = before.inputs().matMul(readsRows ? difference : difference.transpose());
        requireEqual(after.results().sub(before.results()).toFloatArray(), product.toFloatArray());
        requireEqual(after.inputs().toFloatArray(), before.inputs().toFloatArray());
      }
    }
  }

  @Test
  void whatTheProjectionGivesAtTheEndIsTheEmbedding() {
    List<int[]> tokens = model.text().tokenizer().encode(TEXTS);
    String name =
        model.text().parameters().list().stream()
            .filter(each -> each.info().role() == ParameterRole.PROJECTION)
            .map(each -> each.info().name())
            .findFirst()
            .orElseThrow();
    requireEqual(
        model.text().endStates(run.manager(), name, tokens).results().toFloatArray(),
        model.text().encode(run.manager(), TEXTS, Progress.silent()).toFloatArray());
  }

  private static boolean isRead(Parameter each) {
    return each.value().getShape().dimension() == 2
        && (each.info().role() == ParameterRole.MLP_OUTPUT
            || each.info().role() == ParameterRole.PROJECTION);
  }

  @Test
  void aTextThatIsTooLongKeepsItsEndToken() {
    Tokenizer tokenizer = model.text().tokenizer();
    int[] cut = tokenizer.encode("word ".repeat(1000));
    int[] whole = tokenizer.encode("word");
    assertThat(cut).hasSize(tokenizer.contextLength()).startsWith(whole[0]);
    assertThat(cut).endsWith(whole[whole.length - 1]);
    assertThat(Arrays.stream(cut).max().orElseThrow()).isLessThan(tokenizer.vocabularySize());
  }

  @Test
  void parametersBelongToTheirTowerAndHaveNamesOfTheirOwn() {
    for (Encoder<?> encoder : List.of(model.text(), model.image())) {
      assertThat(encoder.parameters())
          .isNotEmpty()
          .allSatisfy(p -> assertThat(p.info().component()).isEqualTo(encoder.component()));
    }
    assertThat(model.text().component()).isEqualTo(Component.TEXT);
    assertThat(model.image().component()).isEqualTo(Component.IMAGE);
  }

  @Test
  void encodingLeavesNothingBehindButItsResult() {
    encodeEverything();
    int before = arrays();
    for (int i = 0; i < 5; i++) {
      encodeEverything();
    }
    assertThat(arrays()).isEqualTo(before);
  }

  private void encodeEverything() {
    try (NDManager results = run.manager().newSubManager()) {
      model.text().encode(results, TEXTS, Progress.silent());
      model.image().encode(results, PICTURES, Progress.silent());
      assertThat(results.getManagedArrays()).hasSize(2);
    }
  }

  /** Counts what the managers hold that live as long as the model. */
  private int arrays() {
    int arrays = run.manager().getManagedArrays().size();
    for (Encoder<?> encoder : List.of(model.text(), model.image())) {
      Parameter first = encoder.parameters().list().get(0);
      arrays += first.value().getManager().getManagedArrays().size();
    }
    return arrays;
  }

  private <B> float[] forward(Encoder<B> encoder, B batch) {
    return Autograd.withoutGradients(
        () -> encoder.forward(run.manager(), encoder.parameters(), batch).toFloatArray());
  }

  private static float[] row(NDArray embeddings, int row) {
    int width = (int) embeddings.getShape().get(1);
    return Arrays.copyOfRange(embeddings.toFloatArray(), row * width, (row + 1) * width);
  }

  private static void requireEqual(float[] found, float[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i]).isEqualTo(expected[i], within(ROUNDING));
    }
  }
}
