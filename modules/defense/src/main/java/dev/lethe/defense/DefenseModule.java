package dev.lethe.defense;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.defense.image.ImageBackdoor;
import dev.lethe.defense.image.ImageBackdoorSettings;
import dev.lethe.defense.text.TextBackdoor;
import dev.lethe.defense.text.TextBackdoorSettings;
import dev.lethe.defense.weightnorm.WeightNorm;

/** The defenses of Lethe itself. */
@Plugin
public final class DefenseModule extends PluginModule {
  @Override
  protected void configure() {
    provide(
        BackdoorStrategy.class, "text-backdoor", TextBackdoor.class, TextBackdoorSettings.class);
    provide(
        BackdoorStrategy.class, "image-backdoor", ImageBackdoor.class, ImageBackdoorSettings.class);
    provide(Regularizer.class, "weight-norm", WeightNorm.class);
  }
}
