package dev.lethe.plugin.lora;

import dev.lethe.api.defense.Adaptation;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

/** Offers the adaptation {@code lora}, and the backdoors of both towers with it. */
@Plugin
public final class LoraModule extends PluginModule {

  @Override
  protected void configure() {
    provide(Adaptation.class, "lora", Lora.class, LoraSettings.class);
    provide(BackdoorStrategy.class, "text-lora", TextLora.class, AdaptedBackdoorSettings.class);
    provide(BackdoorStrategy.class, "image-lora", ImageLora.class, AdaptedBackdoorSettings.class);
  }
}
