package dev.lethe.forgetting;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.Summary;
import dev.lethe.engine.ConfigKey;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.recipe.DataBlock;
import dev.lethe.engine.recipe.OlderDocument;
import dev.lethe.engine.recipe.Pipeline;
import dev.lethe.engine.recipe.PlanOptions;
import dev.lethe.engine.recipe.Recipe;
import dev.lethe.engine.recipe.RecipeContext;
import dev.lethe.engine.recipe.Thoroughness;
import dev.lethe.forgetting.config.ForgettingConfig;
import dev.lethe.forgetting.config.ForgettingSettings;
import dev.lethe.forgetting.plan.DataBlocks;
import dev.lethe.forgetting.plan.ForgettingKeys;
import dev.lethe.forgetting.plan.Planner;
import dev.lethe.forgetting.plan.Validation;
import dev.lethe.forgetting.report.OlderReport;
import dev.lethe.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Attacks a model, makes a copy forget people, attacks the copy, measures both. */
@Summary("Attacks a model, makes a copy of it forget people, and measures what that did.")
final class ForgettingRecipe implements Recipe {

  @Override
  public Class<? extends Record> settings() {
    return ForgettingSettings.class;
  }

  @Override
  public List<ConfigKey> keys(List<ExtensionInfo> installed) {
    return ForgettingKeys.of(installed);
  }

  @Override
  public List<String> missing(Config config, RecipeContext context, Thoroughness thoroughness) {
    List<String> missing = new ArrayList<>();
    if (!ForgettingConfig.namesModel(config)) {
      missing.add("model.path");
    }
    ForgettingConfig draft = ForgettingConfig.draft(config);
    Validation validation = new Validation(context.extensions());
    missing.addAll(
        switch (thoroughness) {
          case SETTINGS -> validation.missingSettings(draft);
          case FILES -> validation.missing(draft);
        });
    return missing;
  }

  @Override
  public List<DataBlock> data(Config config, RecipeContext context) {
    return DataBlocks.of(ForgettingConfig.draft(config), context.extensions());
  }

  @Override
  public Pipeline plan(Config config, RecipeContext context, PlanOptions options) {
    return new ForgettingPipeline(new Planner(ForgettingConfig.of(config), context).plan(options));
  }

  @Override
  public Optional<Report> upgraded(OlderDocument document) {
    return OlderReport.upgraded(document);
  }
}
