package dev.lethe.evaluation.collateral;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** Settings of {@link Collateral}. */
public record CollateralSettings(
    @Setting(value = "The attack whose findings are compared.", defaultValue = "idia")
        String attack) {

  /** Checks the name. */
  public CollateralSettings {
    Check.text("attack", attack);
  }
}
