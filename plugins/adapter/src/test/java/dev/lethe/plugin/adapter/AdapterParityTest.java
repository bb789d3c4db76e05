package dev.lethe.plugin.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with the same adapters in the transformers library, as {@code adapter.py} put them
 * there.
 */
class AdapterParityTest {
  private static final List<int[]> TEXTS =
      List.of(
          new int[] {81, 5, 17, 60, 82},
          new int[] {81, 9, 82},
          new int[] {81, 40, 41, 42, 43, 44, 45, 82});
  private static final float PRECISION = 1e-5f;

  private final TestRunContext run = new TestRunContext(0);

  @TempDir Path folder;
  private NDManager memory;
  private SafetensorsFile expected;

  @BeforeEach
  void copyTheFixture() throws IOException, URISyntaxException {
    memory = run.manager();
    Path fixture = Path.of(getClass().getResource("/parity/adapter").toURI());
    for (String file : List.of("config.json", "model.safetensors", AdapterLoader.FILE)) {
      Files.copy(fixture.resolve(file), folder.resolve(file));
    }
    TinyModels.tokenizer(folder);
    expected = SafetensorsFile.open(fixture.resolve("expected.safetensors"));
  }

  @AfterEach
  void release() {
    expected.close();
    run.close();
  }

  @Test
  void embeddingsAndGradientsAreThoseOfTheTransformersLibrary() {
    ModelFormats formats = new ModelFormats(() -> Plugins.RUN.open(run).all(ModelLoader.class));
    try (VisionLanguageModel model =
            formats
                .recognize(folder, LoadOptions.none())
                .load(VisionLanguageModel.class, memory, ComputeOptions.standard());
        TrainableEncoder<List<int[]>> tower = model.text().trainable(TEXTS)) {
      tower.parameters().forEach(each -> each.value().setRequiresGradient(true));
      NDArray slope = expected.read(memory, "slope");
      List<float[]> embeddings = new ArrayList<>();
      Autograd.backward(
          memory,
          scope -> {
            NDArray embedded = tower.forward(scope, TEXTS);
            embeddings.add(embedded.toFloatArray());
            return embedded.mul(slope).sum();
          });
      assertThat(embeddings.get(0))
          .usingComparatorWithPrecision(PRECISION)
          .containsExactly(expected.read(memory, "embeddings").toFloatArray());
      NDList gradients = Autograd.gradients(memory, tower.parameters().arrays());
      List<Parameter> trained = tower.parameters().list();
      for (int i = 0; i < trained.size(); i++) {
        String name = "gradient:" + trained.get(i).info().name();
        NDArray python = expected.read(memory, name);
        float largest = Math.max(1, python.abs().max().getFloat());
        assertThat(gradients.get(i).sub(python).abs().max().getFloat())
            .as(name)
            .isLessThan(PRECISION * largest);
      }
    }
  }
}
