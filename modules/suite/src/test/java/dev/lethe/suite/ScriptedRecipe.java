package dev.lethe.suite;

import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.ConfigKey;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.recipe.Pipeline;
import dev.lethe.engine.recipe.PlanOptions;
import dev.lethe.engine.recipe.Recipe;
import dev.lethe.engine.recipe.RecipeContext;
import dev.lethe.engine.recipe.Thoroughness;
import java.util.List;

/** What trials are configured by that a script runs in the place of Lethe. */
@Summary("Does what a script is told.")
final class ScriptedRecipe implements Recipe {
  private static final SettingsType<ScriptedSettings> SETTINGS =
      new SettingsType<>(ScriptedSettings.class);

  @Override
  public Class<? extends Record> settings() {
    return ScriptedSettings.class;
  }

  @Override
  public List<ConfigKey> keys(List<ExtensionInfo> installed) {
    return SETTINGS.describe().stream().map(setting -> ConfigKey.of("", setting)).toList();
  }

  @Override
  public List<String> missing(Config config, RecipeContext context, Thoroughness thoroughness) {
    SETTINGS.read(config.ofRecipe(), "");
    return List.of();
  }

  @Override
  public Pipeline plan(Config config, RecipeContext context, PlanOptions options) {
    throw new UsageException("nobody knows what it takes");
  }

  /** What the script understands. */
  public record ScriptedSettings(
      @Setting(value = "What it does.", defaultValue = "finish") String does,
      @Setting(value = "Tells those apart that do the same.", defaultValue = "0") int number) {}

  /** Offers the recipe. */
  static final class ScriptedModule extends PluginModule {
    @Override
    protected void configure() {
      provide(Recipe.class, "scripted", ScriptedRecipe.class);
    }
  }
}
