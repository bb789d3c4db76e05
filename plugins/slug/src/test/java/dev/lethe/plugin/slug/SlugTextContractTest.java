package dev.lethe.plugin.slug;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class SlugTextContractTest extends BackdoorStrategyContractTest {
  @TempDir Path folder;

  @Override
  protected BackdoorStrategy strategy(TestRunContext context) {
    return Plugins.RUN
        .open(context)
        .create(
            BackdoorStrategy.class,
            "slug",
            Map.of("tower", "text", "named-captions", 3, "retention", 0.9),
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
