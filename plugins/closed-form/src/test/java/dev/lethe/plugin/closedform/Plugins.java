package dev.lethe.plugin.closedform;

import dev.lethe.clip.ClipModule;
import dev.lethe.data.DataModule;
import dev.lethe.testkit.TinyRun;
import java.util.List;

/** The plugin beside what it works with. */
final class Plugins {
  static final TinyRun RUN =
      new TinyRun(List.of(ClipModule::new, DataModule::new, ClosedFormModule::new));

  private Plugins() {}
}
