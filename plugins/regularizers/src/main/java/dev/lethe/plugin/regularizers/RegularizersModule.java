package dev.lethe.plugin.regularizers;

import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

/** Offers regularizers by the names that the literature gives them. */
@Plugin
public final class RegularizersModule extends PluginModule {

  @Override
  protected void configure() {
    provide(Regularizer.class, "l2-sp", L2Sp.class, L2SpSettings.class);
    provide(Regularizer.class, "layer-wise", LayerWise.class, LayerWiseSettings.class);
    provide(Regularizer.class, "spectral", Spectral.class);
    provide(Regularizer.class, "ewc", Ewc.class, EwcSettings.class);
    provide(
        Regularizer.class,
        "embedding-distillation",
        EmbeddingDistillation.class,
        EmbeddingDistillationSettings.class);
    provide(Regularizer.class, "none", None.class);
  }
}
