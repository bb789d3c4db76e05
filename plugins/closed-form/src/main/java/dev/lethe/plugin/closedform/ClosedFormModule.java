package dev.lethe.plugin.closedform;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

/** Offers the strategies {@code closed-form} and {@code null-space}. */
@Plugin
public final class ClosedFormModule extends PluginModule {

  @Override
  protected void configure() {
    provide(BackdoorStrategy.class, "closed-form", ClosedForm.class, ClosedFormSettings.class);
    provide(BackdoorStrategy.class, "null-space", NullSpace.class, NullSpaceSettings.class);
  }
}
