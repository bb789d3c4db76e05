package dev.lethe.forgetting.config;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** The key of a regularizer's block that does not belong to the regularizer. */
public record RegularizerSettings(
    @Setting("The factor of its penalty in the loss.") double weight) {

  /** Checks the number. */
  public RegularizerSettings {
    Check.between("weight", weight, 0.0, 1e9);
  }
}
