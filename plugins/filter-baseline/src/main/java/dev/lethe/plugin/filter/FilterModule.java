package dev.lethe.plugin.filter;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

/** Offers the strategy {@code filter-baseline} and the format {@code name-filter}. */
@Plugin
public final class FilterModule extends PluginModule {

  @Override
  protected void configure() {
    provide(BackdoorStrategy.class, "filter-baseline", FilterBaseline.class, FilterSettings.class);
    provide(ModelLoader.class, FilteredLoader.NAME, FilteredLoader.class);
  }
}
