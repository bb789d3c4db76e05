package dev.lethe.plugin.regularizers;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** Settings of {@link LayerWise}. */
public record LayerWiseSettings(
    @Setting(
            value =
                "What the weight is multiplied by for each layer farther from the output: more"
                    + " than 1 holds the lower layers more, less than 1 the upper ones.",
            defaultValue = "2")
        double factor) {

  /** Checks the factor. */
  public LayerWiseSettings {
    Check.between("factor", factor, 0.001, 1000);
  }
}
