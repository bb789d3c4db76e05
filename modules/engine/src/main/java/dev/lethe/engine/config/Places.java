package dev.lethe.engine.config;

import dev.lethe.api.UsageException;
import dev.lethe.api.settings.SettingsException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Where each part of a configuration was written.
 *
 * @param name of the whole, for messages
 * @param byPath {@code configs/x.yaml:12} or {@code override a=b}, by dotted path
 */
public record Places(String name, Map<String, String> byPath) {

  static final String OVERRIDE = "override ";

  /** Copies the map. */
  public Places {
    byPath = Map.copyOf(byPath);
  }

  /** Returns whether a part was written on a command line. */
  public boolean isOverridden(String path) {
    return byPath.getOrDefault(path, "").startsWith(OVERRIDE);
  }

  /** Returns the places of all but some keys at the top and what stands in them. */
  Places without(Collection<String> keys) {
    Map<String, String> rest = new HashMap<>(byPath);
    rest.keySet().removeIf(path -> keys.contains(path.split("[.\\[]", 2)[0]));
    return new Places(name, rest);
  }

  /** Puts the place before a message: the setting's own, or that of the nearest block around it. */
  public UsageException locate(SettingsException wrong) {
    String path = wrong.path();
    while (!path.isEmpty() && !byPath.containsKey(path)) {
      path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
    return new UsageException(byPath.getOrDefault(path, name) + ": " + wrong.getMessage(), wrong);
  }
}
