package dev.lethe.clip.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenClipFactoryTest {
  private static final Path TOKENIZER = Parity.model().resolve(TokenizerFiles.TOKENIZER);

  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  /** Standard deviations that open_clip 3.3.0 gives to models of this shape. */
  @ParameterizedTest
  @CsvSource({
    "token_embedding.weight, 0.02",
    "positional_embedding, 0.01",
    "transformer.resblocks.1.attn.in_proj_weight, 0.35355",
    "transformer.resblocks.0.attn.out_proj.weight, 0.17678",
    "transformer.resblocks.0.mlp.c_fc.weight, 0.25",
    "transformer.resblocks.0.mlp.c_proj.weight, 0.17678",
    "text_projection, 0.35355",
    "visual.positional_embedding, 0.28868",
    "visual.conv1.weight, 0.08333",
    "visual.transformer.resblocks.0.attn.in_proj_weight, 0.20412",
    "visual.transformer.resblocks.0.attn.out_proj.weight, 0.16667",
    "visual.transformer.resblocks.0.mlp.c_fc.weight, 0.16667",
    "visual.transformer.resblocks.0.mlp.c_proj.weight, 0.10370",
    "visual.proj, 0.28868"
  })
  void weightsAreSpreadAsInOpenClip(String name, float deviation) {
    try (VisionLanguageModel model = TinyModel.fresh(manager, 11)) {
      NDArray weights =
          name.startsWith("visual.")
              ? model.image().parameters().get(name)
              : model.text().parameters().get(name);
      double squares = 0;
      for (float weight : weights.toFloatArray()) {
        squares += weight * weight;
      }
      double samples = weights.size();
      assertThat(Math.sqrt(squares / samples))
          .isCloseTo(deviation, within(4 * deviation / Math.sqrt(2 * samples)));
    }
  }

  @Test
  void normsBeginAsIdentitiesAndTheTemperatureAtOpenClips() {
    try (VisionLanguageModel model = TinyModel.fresh(manager, 1)) {
      assertThat(model.text().parameters().get("ln_final.weight").toFloatArray()).containsOnly(1f);
      assertThat(model.image().parameters().get("visual.ln_pre.bias").toFloatArray())
          .containsOnly(0f);
      assertThat(model.logitScale().value().getFloat()).isEqualTo(2.6592600f);
    }
  }

  @Test
  void aSeedGivesTheSameFirstWeightsOnEveryMachine() {
    try (VisionLanguageModel model = TinyModel.fresh(manager, 0)) {
      assertThat(model.text().parameters().get("token_embedding.weight").get(0).get("0:2"))
          .satisfies(
              first ->
                  assertThat(first.toFloatArray()).containsExactly(0.016050661f, -0.018030921f));
    }
  }

  @Test
  void aMissingTokenizerIsNotFound() {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> create(TinyModel.ARCHITECTURE, Path.of("nowhere.json")))
        .withMessageContaining("nowhere.json");
  }

  @Test
  void aTokenizerWithMoreIdsThanTheModelHasIsRefused() {
    Architecture tiny = TinyModel.ARCHITECTURE;
    TextArchitecture few = new TextArchitecture(12, 100, new TransformerShape(8, 2, 2, 20));
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(
            () -> create(new Architecture(6, tiny.activation(), tiny.vision(), few), TOKENIZER))
        .withMessageContaining("has ids up to 539, but the model embeds only 100 tokens");
  }

  @Test
  void aModelWithoutAnImageTowerIsRefused() {
    Architecture tiny = TinyModel.ARCHITECTURE;
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(
            () -> create(new Architecture(6, tiny.activation(), null, tiny.text()), TOKENIZER));
  }

  private void create(Architecture architecture, Path tokenizer) {
    new OpenClipFactory()
        .create(manager, architecture, Preprocessing.clip(16), tokenizer, 0)
        .close();
  }
}
