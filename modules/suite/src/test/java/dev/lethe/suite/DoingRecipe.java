package dev.lethe.suite;

import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.Setting;
import dev.lethe.engine.ConfigKey;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.recipe.Pipeline;
import dev.lethe.engine.recipe.PlanOptions;
import dev.lethe.engine.recipe.Recipe;
import dev.lethe.engine.recipe.RecipeContext;
import dev.lethe.engine.recipe.Thoroughness;
import java.util.List;

/** What the trials of tests are: they do what they are told, in a process of their own. */
@Summary("Does what it is told.")
final class DoingRecipe implements Recipe {

  /** What it is told. */
  record Settings(
      @Setting(value = "What a trial does.", defaultValue = "finish") String does,
      @Setting(value = "One of several trials.", defaultValue = "0") int number) {}

  /** Offers the recipe. */
  @Plugin
  static final class Module extends PluginModule {

    @Override
    protected void configure() {
      provide(Recipe.class, "doing", DoingRecipe.class);
    }
  }

  @Override
  public Class<? extends Record> settings() {
    return Settings.class;
  }

  @Override
  public List<ConfigKey> keys(List<ExtensionInfo> installed) {
    return List.of();
  }

  @Override
  public List<String> missing(Config config, RecipeContext context, Thoroughness thoroughness) {
    return List.of();
  }

  @Override
  public Pipeline plan(Config config, RecipeContext context, PlanOptions options) {
    throw new UsageException("nobody knows what it takes");
  }
}
