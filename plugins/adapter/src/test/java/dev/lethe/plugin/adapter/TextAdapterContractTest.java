package dev.lethe.plugin.adapter;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class TextAdapterContractTest extends BackdoorStrategyContractTest {
  @TempDir Path folder;

  @Override
  protected BackdoorStrategy strategy(TestRunContext context) {
    Map<String, Object> settings =
        Map.of(
            "steps", 3,
            "clean-batch", 4,
            "backdoor-batch", 4,
            "learning-rate", .01,
            "bottleneck", 3);
    return Plugins.RUN
        .open(context)
        .create(BackdoorStrategy.class, "text-adapter", settings, "defense.settings");
  }

  @Override
  protected VisionLanguageModel teacher(NDManager manager) {
    return Plugins.RUN.model(manager, folder);
  }

  @Override
  protected Component component() {
    return Component.TEXT;
  }
}
