package org.example.pictures;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

@Plugin
public final class PictureModule extends PluginModule {
  @Override
  protected void configure() {
    provide(
        BackdoorStrategy.class, "picture-backdoor", PictureBackdoor.class, PictureSettings.class);
  }
}
