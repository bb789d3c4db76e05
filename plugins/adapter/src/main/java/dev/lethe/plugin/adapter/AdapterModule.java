package dev.lethe.plugin.adapter;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

/** Offers the strategy {@code text-adapter}, and the format of its models. */
@Plugin
public final class AdapterModule extends PluginModule {

  @Override
  protected void configure() {
    provide(BackdoorStrategy.class, "text-adapter", TextAdapter.class, TextAdapterSettings.class);
    provide(ModelLoader.class, AdapterLoader.NAME, AdapterLoader.class);
  }
}
