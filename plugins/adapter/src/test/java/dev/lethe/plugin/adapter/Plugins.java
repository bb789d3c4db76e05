package dev.lethe.plugin.adapter;

import dev.lethe.clip.ClipModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.testkit.TinyRun;
import java.util.List;

/** The plugin beside what it works with. */
final class Plugins {
  static final TinyRun RUN =
      new TinyRun(List.of(ClipModule::new, DefenseModule::new, AdapterModule::new));

  private Plugins() {}
}
