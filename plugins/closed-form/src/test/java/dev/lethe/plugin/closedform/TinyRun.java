package dev.lethe.plugin.closedform;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.clip.ClipModule;
import dev.lethe.data.DataModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small models and the strategies of this bundle, created as a run does. */
final class TinyRun {
  private TinyRun() {}

  static BackdoorStrategy strategy(
      TestRunContext context, String name, Map<String, Object> settings) {
    return extensions(context).create(BackdoorStrategy.class, name, settings, "");
  }

  static VisionLanguageModel teacher(NDManager manager, Path folder) {
    ModelFactory factory =
        extensions(new TestRunContext(0)).create(ModelFactory.class, "open-clip", Map.of(), "");
    return TinyModels.create(factory, manager, folder, 7);
  }

  private static RunExtensions extensions(TestRunContext context) {
    return new InProcessExtensions(List.of(ClipModule::new, DataModule::new, ClosedFormModule::new))
        .open(context);
  }
}
