package dev.lethe.forgetting;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.Summary;
import dev.lethe.engine.ConfigKey;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.recipe.DataBlock;
import dev.lethe.engine.recipe.Pipeline;
import dev.lethe.engine.recipe.PlanOptions;
import dev.lethe.engine.recipe.Recipe;
import dev.lethe.engine.recipe.RecipeContext;
import dev.lethe.engine.recipe.Thoroughness;
import java.util.List;

/** The same configuration without anybody to forget: attacks a model and measures it. */
@Summary("Attacks a model to find out whom it knows, and changes nothing.")
final class AuditRecipe implements Recipe {
  private static final List<String> OF_DEFENSES = List.of("defense", "forget");

  private final ForgettingRecipe recipe = new ForgettingRecipe();

  @Override
  public Class<? extends Record> settings() {
    return recipe.settings();
  }

  @Override
  public List<ConfigKey> keys(List<ExtensionInfo> installed) {
    return recipe.keys(installed);
  }

  @Override
  public List<String> missing(Config config, RecipeContext context, Thoroughness thoroughness) {
    return recipe.missing(config.without(OF_DEFENSES), context, thoroughness);
  }

  @Override
  public List<DataBlock> data(Config config, RecipeContext context) {
    return recipe.data(config.without(OF_DEFENSES), context);
  }

  @Override
  public Pipeline plan(Config config, RecipeContext context, PlanOptions options) {
    return recipe.plan(config.without(OF_DEFENSES), context, options);
  }
}
