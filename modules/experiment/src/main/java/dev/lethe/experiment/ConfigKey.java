package dev.lethe.experiment;

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
}
