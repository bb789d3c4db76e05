package dev.lethe.plugin.baselines;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** Settings of {@link NegativePreference}. */
public record NegativePreferenceSettings(
    @Setting(value = "The training.", inline = true) BaselineSettings training,
    @Setting(
            value = "The inverse temperature: the smaller, the more it is like gradient ascent.",
            defaultValue = "0.1")
        double beta) {

  /** Checks the number. */
  public NegativePreferenceSettings {
    Check.between("beta", beta, 1e-6, 1000);
  }
}
