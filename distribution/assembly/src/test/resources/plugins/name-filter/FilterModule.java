package org.example.filter;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

@Plugin
public final class FilterModule extends PluginModule {
  @Override
  protected void configure() {
    provide(BackdoorStrategy.class, "name-filter", NameFilter.class, FilterSettings.class);
    provide(ModelLoader.class, FilterLoader.NAME, FilterLoader.class);
  }
}
