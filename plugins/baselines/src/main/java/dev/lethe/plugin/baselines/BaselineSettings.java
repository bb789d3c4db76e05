package dev.lethe.plugin.baselines;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** Settings that all baselines have. */
public record BaselineSettings(
    @Setting(
            value = "What a forgotten name means to the measures of similarity; it is not trained.",
            defaultValue = "human")
        String target,
    @Setting(value = "The number of updates.", defaultValue = "100") int steps,
    @Setting(
            value = "How many texts with names, and how many ordinary captions, a step reads.",
            defaultValue = "64")
        int batch,
    @Setting(value = "The learning rate of AdamW.", defaultValue = "1e-4") double learningRate) {

  /** Checks every value. */
  public BaselineSettings {
    Check.text("target", target);
    Check.between("steps", steps, 1, 100_000);
    Check.between("batch", batch, 2, 65_536);
    Check.positive("learning-rate", learningRate, 1);
  }
}
