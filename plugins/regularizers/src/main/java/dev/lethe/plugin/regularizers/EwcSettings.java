package dev.lethe.plugin.regularizers;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** Settings of {@link Ewc}. */
public record EwcSettings(
    @Setting(
            value =
                "How many captions or pictures the Fisher information is the mean over, at most.",
            defaultValue = "256")
        int samples,
    @Setting(
            value = "How many of them one is told apart from, at most: the labels of the softmax.",
            defaultValue = "64")
        int labels,
    @Setting(
            value = "What cosine similarities are multiplied by before the softmax.",
            defaultValue = "100")
        double scale) {

  /** Checks the numbers. */
  public EwcSettings {
    Check.between("samples", samples, 1, 1_000_000);
    Check.between("labels", labels, 2, 1_000_000);
    Check.between("scale", scale, 0.01, 1000);
  }
}
