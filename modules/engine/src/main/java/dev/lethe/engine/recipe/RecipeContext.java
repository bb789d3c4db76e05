package dev.lethe.engine.recipe;

import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.extension.ExtensionFactory;

/**
 * What a recipe plans with.
 *
 * @param run the run that is planned
 * @param extensions creates what the configuration names
 */
public record RecipeContext(ExperimentContext run, ExtensionFactory extensions) {}
