package dev.lethe.clip.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.openclip.TinyModel;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EncoderTest {
  private static final float ROUNDING = 2e-6f;

  private final NDManager manager = TorchEngine.open(TestDevice.chosen());
  private VisionLanguageModel model;

  @BeforeEach
  void loadModel() {
    model = TinyModel.stored(manager);
  }

  @AfterEach
  void freeMemory() {
    Thread.interrupted();
    model.close();
    manager.close();
  }

  @Test
  void textsThatShareTheirBeginningsEmbedAsEachAloneInTheWholeContext() {
    TextEncoder text = model.text();
    List<int[]> tokens =
        text.tokenizer()
            .encode(
                List.of(
                    "a photo of a cat",
                    "a photo of a dog",
                    "a photo",
                    "the cat",
                    "a photo of a cat",
                    "a photo of a cat on a mat"));
    float[] together = text.forward(manager, text.parameters(), tokens).toFloatArray();
    for (int i = 0; i < tokens.size(); i++) {
      assertThat(Arrays.copyOfRange(together, 16 * i, 16 * (i + 1)))
          .containsExactly(plain(text, tokens.get(i)), within(ROUNDING));
    }
  }

  @Test
  void aTextThatBeginsAnotherHasItsOwnEmbedding() {
    TextEncoder text = model.text();
    int[] whole = text.tokenizer().encode("a photo of a cat");
    int[] beginning = Arrays.copyOf(whole, 3); // ends where its highest id is, wherever that is
    List<int[]> both = List.of(whole, beginning);
    float[] together = text.forward(manager, text.parameters(), both).toFloatArray();
    NDArray alone = text.forward(manager, text.parameters(), List.of(beginning));
    assertThat(Arrays.copyOfRange(together, 16, 32))
        .containsExactly(alone.toFloatArray(), within(ROUNDING));
  }

  @Test
  void textsComeBackInTheirOrderHoweverTheyAreBatched() {
    List<String> texts = new ArrayList<>();
    IntStream.range(0, 60).forEach(i -> texts.add("a photo ".repeat(i % 5) + "number " + i % 7));
    Collections.shuffle(texts, new Random(1));
    NDArray together = model.text().encode(manager, texts, Progress.silent());
    for (int i = 0; i < texts.size(); i++) {
      NDArray alone = model.text().encode(manager, List.of(texts.get(i)), Progress.silent());
      assertThat(together.get(i).toFloatArray())
          .containsExactly(alone.toFloatArray(), within(ROUNDING));
    }
  }

  @Test
  void picturesComeBackInTheirOrder() {
    List<Picture> pictures = IntStream.range(0, 5).mapToObj(Picture::new).toList();
    NDArray together = model.image().encode(manager, pictures, Progress.silent());
    for (int i = 0; i < pictures.size(); i++) {
      NDArray alone = model.image().encode(manager, List.of(pictures.get(i)), Progress.silent());
      assertThat(together.get(i).toFloatArray())
          .containsExactly(alone.toFloatArray(), within(ROUNDING));
    }
  }

  @Test
  void encodingEqualsPreprocessingAndForward() {
    Picture picture = new Picture(3);
    NDArray pixels = model.image().preprocess(manager, List.of(picture.read()));
    NDArray encoded = model.image().encode(manager, List.of(picture), Progress.silent());
    assertThat(model.image().forward(manager, model.image().parameters(), pixels).toFloatArray())
        .containsExactly(encoded.toFloatArray(), within(ROUNDING));
  }

  @Test
  void aPictureThatCannotBeReadIsReportedAsItIs() {
    List<ImageFile> pictures = List.of(new Picture(0), new Unreadable());
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> model.image().encode(manager, pictures, Progress.silent()))
        .withMessage("broken.jpg is no picture");
  }

  @Test
  void anInterruptStopsTheWork() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> model.text().encode(manager, List.of("a cat"), Progress.silent()));
  }

  @Test
  void encodingRecordsNoGradients() {
    model.text().parameters().forEach(p -> p.value().setRequiresGradient(true));
    NDArray embeddings = model.text().encode(manager, List.of("a cat"), Progress.silent());
    assertThat(embeddings.hasGradient()).isFalse();
  }

  @Test
  void hiddenStatesFillTheContextAndHoldThePooledState() {
    TextEncoder text = model.text();
    List<int[]> tokens = text.tokenizer().encode(List.of("a cat", "a photo of the cat"));
    NDArray states = text.hiddenStates(manager, text.parameters(), tokens);
    assertThat(states.getShape()).isEqualTo(new Shape(2, 16, 24));
    NDArray pooled = states.get(1).get(tokens.get(1).length - 1).reshape(1, 24);
    assertThat(pooled.matMul(text.parameters().get("text_projection")).toFloatArray())
        .containsExactly(
            text.forward(manager, text.parameters(), tokens).get(1).toFloatArray(),
            within(ROUNDING));
  }

  @Test
  void workingLeavesNoArraysBehind() {
    try (NDManager scratch = manager.newSubManager()) {
      for (int i = 0; i < 3; i++) {
        model
            .text()
            .encode(scratch, List.of("a cat", "a longer text about a cat"), Progress.silent())
            .close();
        model.image().encode(scratch, List.of(new Picture(i)), Progress.silent()).close();
        assertThat(((BaseNDManager) scratch).getManagedArrays()).isEmpty();
      }
    }
  }

  /** The state of the end token, of a text padded to the context, projected. */
  private float[] plain(TextEncoder text, int[] tokens) {
    return text.hiddenStates(manager, text.parameters(), List.of(tokens))
        .get(0)
        .get(tokens.length - 1)
        .reshape(1, 24)
        .matMul(text.parameters().get("text_projection"))
        .toFloatArray();
  }

  private record Picture(int seed) implements ImageFile {
    @Override
    public String name() {
      return "picture " + seed;
    }

    @Override
    public RgbImage read() {
      byte[] rgb = new byte[40 * 35 * 3];
      new Random(seed).nextBytes(rgb);
      return new RgbImage(40, 35, rgb);
    }
  }

  private static final class Unreadable implements ImageFile {
    @Override
    public String name() {
      return "broken.jpg";
    }

    @Override
    public RgbImage read() {
      throw new LetheException("broken.jpg is no picture");
    }
  }
}
