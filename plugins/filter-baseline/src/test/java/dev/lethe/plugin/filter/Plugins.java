package dev.lethe.plugin.filter;

import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TinyRun;
import java.util.List;
import java.util.Map;

/** The plugin beside what it works with. */
final class Plugins {
  static final TinyRun RUN = new TinyRun(List.of(ClipModule::new, FilterModule::new));

  private Plugins() {}

  static FilteredModel filtered(VisionLanguageModel inner) {
    return new FilteredModel(
        inner, new NameFilter(Map.of("Anna Lee", "human", "Bo Carr", "a child")));
  }
}
