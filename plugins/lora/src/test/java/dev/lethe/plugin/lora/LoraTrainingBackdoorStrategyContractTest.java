package dev.lethe.plugin.lora;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.defense.TrainingBackdoorStrategyContractTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What a backdoor that is trained by low-rank changes must do. */
abstract class LoraTrainingBackdoorStrategyContractTest
    extends TrainingBackdoorStrategyContractTest {
  private final String name;
  private final Component component;
  @TempDir private Path folder;

  LoraTrainingBackdoorStrategyContractTest(String name, Component component) {
    this.name = name;
    this.component = component;
  }

  @Override
  protected BackdoorStrategy strategy(TestRunContext context) {
    Map<String, Object> settings =
        Map.of(
            "steps", 3,
            "clean-batch", 4,
            "backdoor-batch", 4,
            "learning-rate", .01,
            "adaptation", Map.of("rank", 2, "export", "peft"));
    return Plugins.RUN
        .open(context)
        .create(BackdoorStrategy.class, name, settings, "defense.settings");
  }

  @Override
  protected VisionLanguageModel teacher(NDManager manager) {
    return Plugins.RUN.model(manager, folder);
  }

  @Override
  protected Component component() {
    return component;
  }
}
