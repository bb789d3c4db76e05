package dev.lethe.plugin.baselines;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Baseline} must do. */
abstract class BaselineBackdoorStrategyContractTest extends BackdoorStrategyContractTest {
  private final String name;
  @TempDir private Path folder;

  BaselineBackdoorStrategyContractTest(String name) {
    this.name = name;
  }

  @Override
  protected BackdoorStrategy strategy(TestRunContext context) {
    return Plugins.RUN
        .open(context)
        .create(
            BackdoorStrategy.class,
            name,
            Map.of("steps", 3, "batch", 6, "learning-rate", 0.01),
            "");
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
