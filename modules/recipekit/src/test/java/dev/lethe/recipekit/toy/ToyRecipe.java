package dev.lethe.recipekit.toy;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.ConfigKey;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.recipe.Pipeline;
import dev.lethe.engine.recipe.PlanOptions;
import dev.lethe.engine.recipe.Recipe;
import dev.lethe.engine.recipe.RecipeContext;
import dev.lethe.engine.recipe.Thoroughness;
import java.util.List;

/** Learns what some people said, and finds out who they were by the likelihood of their words. */
@Summary("Learns texts, and infers from their likelihood which it learned.")
final class ToyRecipe implements Recipe {
  private static final SettingsType<ToySettings> SETTINGS = new SettingsType<>(ToySettings.class);

  @Override
  public Class<? extends Record> settings() {
    return ToySettings.class;
  }

  @Override
  public List<ConfigKey> keys(List<ExtensionInfo> installed) {
    return SETTINGS.describe().stream().map(setting -> ConfigKey.of("", setting)).toList();
  }

  @Override
  public List<String> missing(Config config, RecipeContext context, Thoroughness thoroughness) {
    return config.ofRecipe().containsKey("records") ? List.of() : List.of("records");
  }

  @Override
  public Pipeline plan(Config config, RecipeContext context, PlanOptions options) {
    ToySettings settings = SETTINGS.read(config.ofRecipe(), "");
    return new ToyPipeline(
        config,
        settings,
        Saying.read(settings.records()),
        options.hashes().of(settings.records(), context.run().progress()),
        context.extensions().used());
  }
}
