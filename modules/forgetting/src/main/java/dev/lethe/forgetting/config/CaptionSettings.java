package dev.lethe.forgetting.config;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** The keys of the {@code captions} block that do not belong to the source. */
public record CaptionSettings(
    @Setting(value = "The caption source that reads them.", defaultValue = "lines") String source,
    @Setting(
            value =
                "The share of the captions, drawn by the seed, that no defense trains on and"
                    + " evaluations measure with.",
            defaultValue = "0.1")
        double heldOut) {

  /** Checks the share. */
  public CaptionSettings {
    Check.between("held-out", heldOut, 0, 0.9);
  }
}
