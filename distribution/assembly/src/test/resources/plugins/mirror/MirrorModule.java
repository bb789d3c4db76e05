package org.example.mirror;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

@Plugin
public final class MirrorModule extends PluginModule {
  @Override
  protected void configure() {
    provide(BackdoorStrategy.class, "mirror", Mirror.class);
    provide(ModelLoader.class, MirrorLoader.NAME, MirrorLoader.class);
  }
}
