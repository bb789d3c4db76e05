package dev.lethe.plugin.lora;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SourceSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of a backdoor, whose adaptation is LoRA. */
public record AdaptedBackdoorSettings(
    @Setting(value = "The settings of the adaptation lora.", defaultValue = "")
        Map<String, Object> adaptation,
    @Setting(value = "Every setting of the backdoor that is trained.", others = true)
        Map<String, Object> backdoor) {
  private static final String SOURCE = "source";

  /** Checks and copies the maps. */
  public AdaptedBackdoorSettings {
    adaptation = new LinkedHashMap<>(adaptation);
    backdoor = new LinkedHashMap<>(backdoor);
    if (adaptation.containsKey(SOURCE)) {
      throw new IllegalArgumentException(
          "adaptation is that of lora here: leave its source out, or choose the strategy that it adapts");
    }
  }

  /** Creates a backdoor with these settings. */
  BackdoorStrategy create(String strategy, SourceResolver sources) {
    Map<String, Object> lora = new LinkedHashMap<>(adaptation);
    lora.put(SOURCE, "lora");
    Map<String, Object> all = new LinkedHashMap<>(backdoor);
    all.put("adaptation", lora);
    return sources.create(
        BackdoorStrategy.class, new SourceSpec(strategy, all), "defense.settings");
  }
}
