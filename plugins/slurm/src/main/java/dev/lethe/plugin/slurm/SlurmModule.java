package dev.lethe.plugin.slurm;

import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.trial.TrialLauncher;

/** Offers Slurm as what starts trials. */
@Plugin
public final class SlurmModule extends PluginModule {

  @Override
  protected void configure() {
    provide(TrialLauncher.class, "slurm", SlurmLauncher.class, SlurmSettings.class);
  }
}
