package dev.lethe.forgetting.config;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.config.Config;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that what is written in the {@code forget} block is what becomes of it: a key that was
 * given and left empty must not let another one say who is forgotten.
 */
final class ForgetKeys {
  private static final String BLOCK = "forget";
  private static final String COUNT = "count";
  private static final List<String> NAMING = List.of("names", "file");

  private ForgetKeys() {}

  /**
   * Checks a configuration as it was written.
   *
   * @throws SettingsException if a key is empty, or a number given on the command line is replaced
   */
  static void check(Config config) {
    Map<?, ?> block = config.values().get(BLOCK) instanceof Map<?, ?> map ? map : Map.of();
    requireGiven(config, block, COUNT, "give a number");
    requireGiven(config, block, "names", "name at least one person");
    requireGiven(config, block, "file", "give a path");
    for (String naming : NAMING) {
      if (block.containsKey(naming) && config.places().isOverridden(path(COUNT))) {
        throw new SettingsException(
            path(COUNT),
            "would be ignored, since %s is given too; forget='{count: %s}' replaces all of forget"
                .formatted(path(naming), block.get(COUNT)));
      }
    }
  }

  private static void requireGiven(Config config, Map<?, ?> block, String key, String advice) {
    boolean written = block.containsKey(key) || config.places().byPath().containsKey(path(key));
    if (written && isEmpty(block.get(key))) {
      throw new SettingsException(
          path(key), "is empty: %s, or leave the key out".formatted(advice));
    }
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || SettingsType.isUnset(value)
        || value instanceof List<?> list && list.isEmpty()
        || value instanceof String text && text.isBlank();
  }

  private static String path(String key) {
    return BLOCK + "." + key;
  }
}
