package dev.lethe.clip.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.ActivationMemory;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.clip.ClipModule;
import dev.lethe.clip.openclip.OpenClipLoader;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.RecordedProgress;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.TinyPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationMemoryTest {
  private static final TransformerShape SHAPE = new TransformerShape(16, 2, 2, 32);
  private static final ByteSize SMALL = new ByteSize(600_000);

  private final NDManager manager = TorchEngine.open(Device.cpu());
  private final List<String> texts =
      IntStream.range(0, 80)
          .mapToObj(i -> "a photo of number %d, drawn".formatted(i % 70))
          .toList();
  private final List<ImageFile> pictures =
      IntStream.range(0, 30)
          .<ImageFile>mapToObj(
              i -> new TinyPicture(TinyPicture.Shape.values()[i % 3], 0x050709 * i))
          .toList();
  @TempDir Path folder;

  @AfterEach
  void free() {
    manager.close();
  }

  @Test
  void aPictureThatTakesMoreThanThereIsIsNamedBeforeItIsDecoded() {
    ImageFile large =
        new ImageFile() {
          @Override
          public String name() {
            return "large.png";
          }

          @Override
          public long memory() {
            return 2 * SMALL.bytes();
          }

          @Override
          public Picture read() {
            throw new AssertionError("it is decoded");
          }
        };
    try (VisionLanguageModel model = within(SMALL, towers().get(0))) {
      assertThatExceptionOfType(LetheException.class)
          .isThrownBy(
              () ->
                  model.image().encode(manager, List.of(pictures.get(0), large), Progress.silent()))
          .withMessage(
              "large.png takes 1.2 MB of memory while it is decoded, and there are 0.6 MB: raise max-memory, or make the picture smaller");
    }
  }

  static List<VisionArchitecture> towers() {
    return List.of(
        new VisionTransformer(32, 8, SHAPE), new ModifiedResNet(32, List.of(1, 1, 1, 1), 8, 2));
  }

  @ParameterizedTest
  @MethodSource("towers")
  void aSmallMemoryChangesHowMuchIsComputedAtATimeAndNothingElse(VisionArchitecture vision) {
    try (VisionLanguageModel model = model(vision);
        VisionLanguageModel bounded = within(SMALL, vision)) {
      RecordedProgress atOnce = new RecordedProgress();
      float[] expectedTexts = texts(model, atOnce);
      float[] expectedPictures = pictures(model, atOnce);
      assertThat(atOnce.advances("embedding texts")).hasSize(1);
      assertThat(atOnce.advances("embedding pictures")).hasSize(1);

      RecordedProgress divided = new RecordedProgress();
      assertThat(texts(bounded, divided)).containsExactly(expectedTexts, offset(1e-5f));
      assertThat(pictures(bounded, divided)).containsExactly(expectedPictures, offset(1e-5f));
      assertThat(divided.advances("embedding texts")).hasSizeGreaterThan(3);
      assertThat(divided.advances("embedding texts").stream().mapToLong(n -> n).sum())
          .isEqualTo(70);
      assertThat(divided.advances("embedding pictures")).hasSizeGreaterThan(3);
    }
  }

  @Test
  void aCopyKeepsTheBoundInAnotherPrecisionToo() {
    try (VisionLanguageModel model =
        read(towers().get(0), new ComputeOptions(Precision.BF16, parameters -> SMALL))) {
      try (VisionLanguageModel copy = model.copy()) {
        for (VisionLanguageModel each : List.of(model, copy)) {
          RecordedProgress divided = new RecordedProgress();
          texts(each, divided);
          pictures(each, divided);
          assertThat(divided.advances("embedding texts")).hasSizeGreaterThan(3);
          assertThat(divided.advances("embedding pictures")).hasSizeGreaterThan(3);
        }
      }
    }
  }

  @Test
  void aMemoryThatHoldsNoTextIsRefusedWithTheSettingToChange() {
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> within(new ByteSize(100_000), towers().get(0)))
        .withMessage(
            "expected 0.2 MB of memory for one text at a time beside the models, found 0.1 MB: raise max-memory or use a machine or device with more");
  }

  @Test
  void aMemoryThatHoldsNoPictureIsRefusedToo() {
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> within(SMALL, new VisionTransformer(256, 8, SHAPE)))
        .withMessageContaining("one picture at a time beside the models");
  }

  @Test
  void whatIsLeftIsAskedForTheSizeOfAllParameters() {
    List<ByteSize> asked = new ArrayList<>();
    ActivationMemory memory =
        parameters -> {
          asked.add(parameters);
          return SMALL;
        };
    try (VisionLanguageModel model =
            read(towers().get(1), new ComputeOptions(Precision.FP32, memory));
        VisionLanguageModel copy = model.copy()) {
      assertThat(asked).hasSize(2).containsOnly(new ByteSize(MemoryBudget.bytes(copy)));
    }
  }

  private float[] texts(VisionLanguageModel model, Progress progress) {
    return model.text().encode(manager, texts, progress).toFloatArray();
  }

  private float[] pictures(VisionLanguageModel model, Progress progress) {
    return model.image().encode(manager, pictures, progress).toFloatArray();
  }

  private VisionLanguageModel within(ByteSize memory, VisionArchitecture vision) {
    return read(vision, new ComputeOptions(Precision.FP32, parameters -> memory));
  }

  private VisionLanguageModel read(VisionArchitecture vision, ComputeOptions compute) {
    Path saved = folder.resolve("saved");
    try (VisionLanguageModel model = model(vision)) {
      model.save(saved);
    }
    return new OpenClipLoader().load(manager, saved, LoadOptions.none(), compute);
  }

  private VisionLanguageModel model(VisionArchitecture vision) {
    TextArchitecture text = TinyModels.architecture().text();
    return new InProcessExtensions(List.of(ClipModule::new))
        .open(new TestRunContext(0))
        .create(ModelFactory.class, "open-clip", Map.of(), "model")
        .create(
            manager,
            new Architecture(12, Activation.GELU, vision, text),
            Preprocessing.clip(vision.imageSize()),
            TinyModels.tokenizer(folder),
            7);
  }
}
