package dev.lethe.clip.contract;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.TinyRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What this bundle offers, created as a run does. */
final class TinyClip {
  static final TinyRun RUN = new TinyRun(List.of(ClipModule::new));

  private TinyClip() {}

  static ModelFactory factory() {
    return create(ModelFactory.class, "open-clip");
  }

  static ModelLoader loader() {
    return create(ModelLoader.class, "open-clip");
  }

  static VisionLanguageModel model(NDManager manager, Path folder) {
    return TinyModels.create(factory(), manager, folder, 1);
  }

  static <T> T create(Class<T> contract, String name) {
    try (TestRunContext context = new TestRunContext(0);
        var run = RUN.open(context)) {
      return run.create(contract, name, Map.of(), "model");
    }
  }
}
