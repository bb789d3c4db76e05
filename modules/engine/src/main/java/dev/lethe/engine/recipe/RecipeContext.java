package dev.lethe.engine.recipe;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.extension.ExtensionFactory;
import java.util.List;

/**
 * What a recipe plans with.
 *
 * @param run the run that is planned
 * @param extensions creates what the configuration names
 * @param installed every extension there is
 */
public record RecipeContext(
    ExperimentContext run, ExtensionFactory extensions, List<ExtensionInfo> installed) {
  /** Copies the list. */
  public RecipeContext {
    installed = List.copyOf(installed);
  }
}
