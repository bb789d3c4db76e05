package dev.lethe.forgetting;

import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.engine.recipe.Recipe;

/** Offers the recipes that are always there. */
@Plugin
public final class ForgettingModule extends PluginModule {

  @Override
  protected void configure() {
    provide(Recipe.class, "forgetting", ForgettingRecipe.class);
    provide(Recipe.class, "audit", AuditRecipe.class);
  }
}
