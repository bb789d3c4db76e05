package dev.lethe.engine.plan;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.ConfigKey;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.recipe.Recipe;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of all configurations, with those of every recipe and extension that is installed. */
record ConfigKeys(List<ExtensionInfo> installed) {
  private static final List<String> DEVICES = List.of("auto", "cpu", "cuda");

  /** Lists the keys, sorted. */
  List<ConfigKey> of(List<Recipe> recipes) {
    Map<String, ConfigKey> keys = new TreeMap<>();
    for (SettingInfo setting : new SettingsType<>(GeneralSettings.class).describe()) {
      if (!setting.type().startsWith("list")) {
        keys.put(setting.key(), ConfigKey.of("", setting));
      }
    }
    keys.put("device", new ConfigKey("device", DEVICES, false));
    keys.put("recipe", new ConfigKey("recipe", names(), false));
    recipes.forEach(
        recipe -> recipe.keys(installed).forEach(key -> keys.putIfAbsent(key.key(), key)));
    return List.copyOf(keys.values());
  }

  private List<String> names() {
    return installed.stream()
        .filter(info -> info.key().contract() == Recipe.class)
        .map(info -> info.key().name())
        .sorted()
        .toList();
  }
}
