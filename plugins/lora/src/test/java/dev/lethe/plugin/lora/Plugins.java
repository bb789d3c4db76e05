package dev.lethe.plugin.lora;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.clip.ClipModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The plugin beside what it works with. */
final class Plugins {
  private Plugins() {}

  static RunExtensions open(TestRunContext context) {
    return new InProcessExtensions(List.of(ClipModule::new, DefenseModule::new, LoraModule::new))
        .open(context);
  }

  /** Creates a small CLIP. */
  static VisionLanguageModel model(TestRunContext context, NDManager manager, Path folder) {
    ModelFactory factory = open(context).create(ModelFactory.class, "open-clip", Map.of(), "model");
    return TinyModels.create(factory, manager, folder, 7);
  }
}
