package dev.lethe.plugin.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lethe.api.UsageException;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerPatternTest {
  @TempDir Path folder;
  private final TestRunContext run = new TestRunContext(0);
  private VisionLanguageModel model;

  @BeforeEach
  void create() {
    model = Plugins.RUN.model(run.manager(), folder);
  }

  @AfterEach
  void free() {
    model.close();
    run.close();
  }

  @Test
  void lastIsTheLastBlockAndLayersComeInTheOrderOfTheTower() {
    assertThat(chosen("text_projection", "transformer.resblocks.last.mlp.c_proj.weight"))
        .containsExactly("transformer.resblocks.1.mlp.c_proj.weight", "text_projection");
  }

  @Test
  void aStarStandsForAnything() {
    assertThat(chosen("*.c_proj.weight"))
        .containsExactly(
            "transformer.resblocks.0.mlp.c_proj.weight",
            "transformer.resblocks.1.mlp.c_proj.weight");
  }

  @Test
  void whatCannotBeEditedIsRefusedWithWhatCan() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> chosen("ln_final.weight"))
        .withMessage(
            "layers: 'ln_final.weight' is none of what can be edited: "
                + "transformer.resblocks.0.mlp.c_proj.weight, "
                + "transformer.resblocks.1.mlp.c_proj.weight, text_projection");
  }

  private List<String> chosen(String... patterns) {
    return LayerPattern.choose(List.of(patterns), model.text().parameters()).stream()
        .map(each -> each.info().name())
        .toList();
  }
}
