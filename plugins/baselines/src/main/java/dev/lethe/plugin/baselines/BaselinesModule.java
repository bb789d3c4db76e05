package dev.lethe.plugin.baselines;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;

/** Offers the baselines. */
@Plugin
public final class BaselinesModule extends PluginModule {

  @Override
  protected void configure() {
    provide(
        BackdoorStrategy.class, "gradient-ascent", GradientAscent.class, BaselineSettings.class);
    provide(
        BackdoorStrategy.class,
        "gradient-ascent-retain",
        GradientAscentRetain.class,
        BaselineSettings.class);
    provide(
        BackdoorStrategy.class,
        "negative-preference",
        NegativePreference.class,
        NegativePreferenceSettings.class);
    provide(BackdoorStrategy.class, "fine-tune", FineTune.class, BaselineSettings.class);
  }
}
