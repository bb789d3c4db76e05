package dev.lethe.evaluation;

import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

/** Offers the evaluations that are always there. */
@Plugin
public final class EvaluationModule extends PluginModule {

  @Override
  protected void configure() {
    provide(Evaluation.class, "zero-shot", ZeroShot.class, ZeroShotSettings.class);
    provide(Evaluation.class, "similarity", Similarity.class, SimilaritySettings.class);
    provide(Evaluation.class, "collateral", Collateral.class, CollateralSettings.class);
  }
}
