package dev.lethe.plugin.baselines;

import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TinyRun;
import java.util.List;
import java.util.Map;

/** The plugin beside what it works with. */
final class Plugins {
  static final TinyRun RUN = new TinyRun(List.of(ClipModule::new, BaselinesModule::new));

  /** With which each method is quick. */
  static final Map<String, Object> QUICK = Map.of("steps", 3, "batch", 6, "learning-rate", 0.01);

  private Plugins() {}
}
