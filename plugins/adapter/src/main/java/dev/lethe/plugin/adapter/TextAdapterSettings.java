package dev.lethe.plugin.adapter;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of {@link TextAdapter}. */
public record TextAdapterSettings(
    @Setting(value = "The width of the bottleneck of each adapter.", defaultValue = "8")
        int bottleneck,
    @Setting(value = "Every setting of text-backdoor, which trains the adapters.", others = true)
        Map<String, Object> backdoor) {

  /** Checks the number and copies the map. */
  public TextAdapterSettings {
    Check.between("bottleneck", bottleneck, 1, 4096);
    backdoor = new LinkedHashMap<>(backdoor);
  }
}
