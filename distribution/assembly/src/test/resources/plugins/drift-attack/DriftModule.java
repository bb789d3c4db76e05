package org.example.drift;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

@Plugin
public final class DriftModule extends PluginModule {
  @Override
  protected void configure() {
    provide(PrivacyAttack.class, "drift", DriftAttack.class);
  }
}
