package org.example.closedform;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

@Plugin
public final class ClosedFormModule extends PluginModule {
  @Override
  protected void configure() {
    provide(BackdoorStrategy.class, "closed-form", ClosedForm.class);
  }
}
