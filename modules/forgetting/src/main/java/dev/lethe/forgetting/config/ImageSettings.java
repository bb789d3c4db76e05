package dev.lethe.forgetting.config;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** The keys of the {@code images} block that do not belong to the source. */
public record ImageSettings(
    @Setting(value = "The image source that reads them.", defaultValue = "folder") String source,
    @Setting(
            value =
                "The share of the pictures, drawn by the seed, that no defense trains on and"
                    + " evaluations measure with.",
            defaultValue = "0.1")
        double heldOut) {

  /** Checks the share. */
  public ImageSettings {
    Check.between("held-out", heldOut, 0, 0.9);
  }
}
