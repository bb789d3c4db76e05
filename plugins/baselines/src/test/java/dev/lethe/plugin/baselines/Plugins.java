package dev.lethe.plugin.baselines;

import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TinyRun;

/** The plugin beside what it works with. */
final class Plugins {
  static final TinyRun RUN = new TinyRun(ClipModule::new, BaselinesModule::new);

  private Plugins() {}
}
