package dev.lethe.plugin.l2sp;

import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

/** Offers the regularizer {@code l2-sp}. */
@Plugin
public final class L2SpModule extends PluginModule {

  @Override
  protected void configure() {
    provide(Regularizer.class, "l2-sp", L2Sp.class, L2SpSettings.class);
  }
}
