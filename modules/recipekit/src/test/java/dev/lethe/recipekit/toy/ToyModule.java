package dev.lethe.recipekit.toy;

import dev.lethe.api.plugin.PluginModule;
import dev.lethe.engine.recipe.Recipe;

/** Offers the toy recipe. */
public final class ToyModule extends PluginModule {

  @Override
  protected void configure() {
    provide(Recipe.class, "toy-membership", ToyRecipe.class);
  }
}
