package dev.lethe.plugin.filter;

import ai.djl.ndarray.NDManager;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TinyRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The plugin beside what it works with. */
final class Plugins {
  static final TinyRun RUN = new TinyRun(List.of(ClipModule::new, FilterModule::new));

  private Plugins() {}

  static FilteredModel filtered(NDManager manager, Path folder) {
    return new FilteredModel(
        RUN.model(manager, folder),
        new NameFilter(Map.of("Anna Lee", "human", "Bo Carr", "a child")));
  }
}
