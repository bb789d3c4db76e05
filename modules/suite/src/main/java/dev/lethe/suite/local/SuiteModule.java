package dev.lethe.suite.local;

import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.trial.TrialLauncher;

/** Offers what starts trials where nothing else is asked for. */
@Plugin
public final class SuiteModule extends PluginModule {

  @Override
  protected void configure() {
    provide(TrialLauncher.class, "local", LocalLauncher.class, LocalLauncherSettings.class);
  }
}
