package dev.lethe.plugin.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetModulesTest {
  @TempDir Path folder;

  private final TestRunContext run = new TestRunContext(0);
  private List<LinearModule> modules;

  @BeforeEach
  void findTheLinearLayersOfATower() {
    try (VisionLanguageModel model = Plugins.RUN.model(run.manager(), folder)) {
      modules = LinearModule.of(model.text().parameters());
    }
  }

  @AfterEach
  void release() {
    run.close();
  }

  @Test
  void everyBlockHasSixAndQueryKeyAndValueAreOfOneTensor() {
    assertThat(modules).hasSize(12);
    assertThat(chosen("layers.1.*"))
        .containsExactly(
            "layers.1.self_attn.q_proj",
            "layers.1.self_attn.k_proj",
            "layers.1.self_attn.v_proj",
            "layers.1.self_attn.out_proj",
            "layers.1.mlp.fc1",
            "layers.1.mlp.fc2");
    List<LinearModule> stacked = new TargetModules(List.of("layers.0.*.v_proj")).among(modules);
    assertThat(stacked)
        .singleElement()
        .satisfies(
            value -> {
              assertThat(value.weight().name())
                  .isEqualTo("transformer.resblocks.0.attn.in_proj_weight");
              assertThat(value.part()).isEqualTo(2);
            });
  }

  @Test
  void aPatternIsTheEndOfANameAndEndsWhereAPartOfItBegins() {
    assertThat(chosen("q_proj", "mlp.fc2"))
        .containsExactly(
            "layers.0.self_attn.q_proj",
            "layers.0.mlp.fc2",
            "layers.1.self_attn.q_proj",
            "layers.1.mlp.fc2");
    assertThatThrownBy(() -> chosen("fc1", "proj"))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("found 'proj'")
        .hasMessageContaining("such as layers.0.self_attn.q_proj");
  }

  private List<String> chosen(String... patterns) {
    return new TargetModules(List.of(patterns))
        .among(modules).stream().map(LinearModule::name).toList();
  }
}
