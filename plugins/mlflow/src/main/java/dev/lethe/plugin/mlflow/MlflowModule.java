package dev.lethe.plugin.mlflow;

import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.trial.TrialTracker;

/** Offers the tracker. */
@Plugin
public final class MlflowModule extends PluginModule {

  @Override
  protected void configure() {
    provide(TrialTracker.class, "mlflow", MlflowTracker.class, MlflowSettings.class);
  }
}
