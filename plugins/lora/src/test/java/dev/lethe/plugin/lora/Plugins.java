package dev.lethe.plugin.lora;

import dev.lethe.clip.ClipModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.testkit.TinyRun;

/** The plugin beside what it works with. */
final class Plugins {
  static final TinyRun RUN = new TinyRun(ClipModule::new, DefenseModule::new, LoraModule::new);

  private Plugins() {}
}
