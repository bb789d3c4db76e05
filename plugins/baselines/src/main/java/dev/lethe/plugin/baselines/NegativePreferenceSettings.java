package dev.lethe.plugin.baselines;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** Settings of {@link NegativePreference}. */
public record NegativePreferenceSettings(
    @Setting(
            value = "What a forgotten name means to the measures of similarity; it is not trained.",
            defaultValue = "human")
        String target,
    @Setting(value = "The number of updates.", defaultValue = "100") int steps,
    @Setting(
            value = "How many texts with names, and how many ordinary captions, a step reads.",
            defaultValue = "64")
        int batch,
    @Setting(value = "The learning rate of AdamW.", defaultValue = "1e-4") double learningRate,
    @Setting(
            value = "The inverse temperature: the smaller, the more it is like gradient ascent.",
            defaultValue = "0.1")
        double beta) {

  /** Checks every value. */
  public NegativePreferenceSettings {
    new BaselineSettings(target, steps, batch, learningRate);
    Check.between("beta", beta, 1e-6, 1000);
  }

  BaselineSettings training() {
    return new BaselineSettings(target, steps, batch, learningRate);
  }
}
