package dev.lethe.engine.config;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A block that a setting names an extension by: its own settings, and where it stands.
 *
 * @param name of the extension
 * @param settings the extension's
 * @param place the dotted place of the settings, for messages
 */
public record Block(String name, Map<String, Object> settings, String place) {

  /** Copies the map, keeping its order. */
  public Block {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * Reads a map as YAML gives it.
   *
   * @throws SettingsException if it is something else
   */
  public static Map<String, Object> map(Object value, String place) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new SettingsException(
          place, "must be a block of keys (got '" + Values.shown(value) + "')");
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, each) -> copy.put(String.valueOf(key), each));
    return copy;
  }

  /** Reads a block of blocks, each called as the extension it configures. */
  public static List<Block> named(Map<String, Object> blocks, String place) {
    List<Block> named = new ArrayList<>();
    blocks.forEach(
        (name, value) -> {
          String inner = place + "." + name;
          if (!SettingsType.isUnset(value)) {
            named.add(new Block(name, map(value, inner), inner));
          }
        });
    return named;
  }
}
