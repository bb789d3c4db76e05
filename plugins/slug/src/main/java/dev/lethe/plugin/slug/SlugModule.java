package dev.lethe.plugin.slug;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

/** Offers the strategy {@code slug}. */
@Plugin
public final class SlugModule extends PluginModule {

  @Override
  protected void configure() {
    provide(BackdoorStrategy.class, "slug", Slug.class, SlugSettings.class);
  }
}
