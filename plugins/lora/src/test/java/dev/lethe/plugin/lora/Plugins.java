package dev.lethe.plugin.lora;

import dev.lethe.clip.ClipModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.testkit.TinyRun;
import java.util.List;
import java.util.Map;

/** The plugin beside what it works with. */
final class Plugins {
  static final TinyRun RUN =
      new TinyRun(List.of(ClipModule::new, DefenseModule::new, LoraModule::new));

  /** With which a training is quick, and leaves its factors beside the model. */
  static final Map<String, Object> QUICK =
      Map.of(
          "steps", 3,
          "clean-batch", 4,
          "backdoor-batch", 4,
          "learning-rate", .01,
          "adaptation", Map.of("rank", 2, "export", "peft"));

  private Plugins() {}
}
