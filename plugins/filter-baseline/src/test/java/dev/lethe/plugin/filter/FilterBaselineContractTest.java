package dev.lethe.plugin.filter;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class FilterBaselineContractTest extends BackdoorStrategyContractTest {
  @TempDir Path folder;

  @Override
  protected BackdoorStrategy strategy(TestRunContext context) {
    return Plugins.RUN
        .open(context)
        .create(BackdoorStrategy.class, "filter-baseline", Map.of(), "");
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
