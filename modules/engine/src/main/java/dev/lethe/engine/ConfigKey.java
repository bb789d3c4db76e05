package dev.lethe.engine;

import dev.lethe.api.settings.SettingInfo;
import java.util.List;

/**
 * A key that a configuration may set.
 *
 * @param key its dotted path, such as {@code people.path}
 * @param values what it can be, where that can be listed; else empty
 * @param isPath whether it names a file or a folder
 */
public record ConfigKey(String key, List<String> values, boolean isPath) {

  /** Copies the list. */
  public ConfigKey {
    values = List.copyOf(values);
  }

  /**
   * Returns the key of a setting.
   *
   * @param place the block it stands in, or empty at the top
   */
  public static ConfigKey of(String place, SettingInfo setting) {
    List<String> values =
        setting.type().contains(" | ") ? List.of(setting.type().split(" \\| ")) : List.of();
    return new ConfigKey(
        place.isEmpty() ? setting.key() : place + "." + setting.key(),
        values,
        setting.type().equals("path"));
  }
}
