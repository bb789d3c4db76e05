package dev.lethe.clip.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewResNetTest {
  private static final Architecture ARCHITECTURE =
      new Architecture(
          24,
          Activation.QUICK_GELU,
          new ModifiedResNet(64, List.of(1, 2, 1, 1), 4, 4),
          TinyModel.ARCHITECTURE.text());

  @TempDir Path folder;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());
  private VisionLanguageModel model;

  @BeforeEach
  void createModel() {
    model =
        new OpenClipFactory()
            .create(
                manager,
                ARCHITECTURE,
                Preprocessing.clip(64),
                Parity.model().resolve(TokenizerFiles.TOKENIZER),
                3);
  }

  @AfterEach
  void freeMemory() {
    model.close();
    manager.close();
  }

  /** Root mean squares that open_clip 3.3.0 gives to 30 models of this shape. */
  @ParameterizedTest
  @CsvSource({
    "conv1.weight, 0.1111, 1",
    "bn1.weight, 1, 0",
    "bn1.running_mean, 0, 0",
    "bn1.running_var, 1, 0",
    "layer2.1.conv1.weight, 0.1021, 1",
    "layer2.1.conv2.weight, 0.0680, 1",
    "layer2.1.bn3.weight, 0, 0",
    "layer4.0.downsample.0.weight, 0.0722, 1",
    "layer4.0.downsample.1.weight, 1, 0",
    "attnpool.positional_embedding, 0.0884, 1",
    "attnpool.k_proj.weight, 0.0884, 1",
    "attnpool.k_proj.bias, 0.0510, 1",
    "attnpool.c_proj.weight, 0.0884, 1"
  })
  void weightsAreSpreadAsInOpenClip(String name, double expected, int random) {
    NDArray weights = model.image().parameters().get("visual." + name);
    double squares = 0;
    for (float weight : weights.toFloatArray()) {
      squares += weight * weight;
    }
    double samples = weights.size();
    assertThat(Math.sqrt(squares / samples))
        .isCloseTo(expected, within(random * 4 * expected / Math.sqrt(2 * samples)));
  }

  @Test
  void aSavedModelHasTheSameShapeAndEmbeddings() {
    model.save(folder);
    NDArray pixels = model.image().preprocess(manager, List.of(Parity.picture("wide")));
    try (VisionLanguageModel stored =
        new OpenClipLoader().load(manager, folder, LoadOptions.none(), ComputeOptions.standard())) {
      assertThat(stored.architecture()).isEqualTo(ARCHITECTURE);
      assertThat(stored.image().forward(manager, stored.image().parameters(), pixels))
          .isEqualTo(model.image().forward(manager, model.image().parameters(), pixels));
    }
  }
}
