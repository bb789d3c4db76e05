package dev.lethe.plugin.slug;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small models and what this bundle offers, created as a run does. */
final class TinyRun {
  private TinyRun() {}

  static RunExtensions extensions(TestRunContext context) {
    return new InProcessExtensions(List.of(ClipModule::new, SlugModule::new)).open(context);
  }

  static VisionLanguageModel model(NDManager manager, Path folder) {
    ModelFactory factory =
        extensions(new TestRunContext(0)).create(ModelFactory.class, "open-clip", Map.of(), "");
    return TinyModels.create(factory, manager, folder, 7);
  }
}
