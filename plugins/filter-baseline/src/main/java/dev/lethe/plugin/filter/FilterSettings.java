package dev.lethe.plugin.filter;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** Settings of {@link FilterBaseline}. */
public record FilterSettings(
    @Setting(
            value = "What is read instead of a name, unless its request says otherwise.",
            defaultValue = "human")
        String target) {

  /** Checks the text. */
  public FilterSettings {
    Check.text("target", target);
  }
}
