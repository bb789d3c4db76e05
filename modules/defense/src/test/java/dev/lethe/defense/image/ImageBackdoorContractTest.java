package dev.lethe.defense.image;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.clip.ClipModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.defense.TrainingBackdoorStrategyContractTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class ImageBackdoorContractTest extends TrainingBackdoorStrategyContractTest {
  @TempDir Path folder;

  @Override
  protected BackdoorStrategy strategy(TestRunContext context) {
    return extensions(context)
        .create(
            BackdoorStrategy.class,
            "image-backdoor",
            Map.of("steps", 3, "clean-batch", 4, "backdoor-batch", 4, "learning-rate", 0.01),
            "");
  }

  @Override
  protected VisionLanguageModel teacher(NDManager manager) {
    ModelFactory factory =
        extensions(new TestRunContext(0)).create(ModelFactory.class, "open-clip", Map.of(), "");
    return TinyModels.create(factory, manager, folder, 7);
  }

  @Override
  protected Component component() {
    return Component.IMAGE;
  }

  private static RunExtensions extensions(TestRunContext context) {
    return new InProcessExtensions(List.of(ClipModule::new, DefenseModule::new)).open(context);
  }
}
