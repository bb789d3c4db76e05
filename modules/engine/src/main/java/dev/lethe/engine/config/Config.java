package dev.lethe.engine.config;

import dev.lethe.api.settings.Keys;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A configuration of which the general keys are checked; the others are left to its recipe.
 *
 * @param values everything that was written, overrides included
 * @param general the keys that every recipe knows
 * @param places where each part was written
 */
public record Config(Map<String, Object> values, GeneralSettings general, Places places) {
  private static final SettingsType<GeneralSettings> GENERAL =
      new SettingsType<>(GeneralSettings.class);

  /** Copies the map, keeping its order. */
  public Config {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static Config of(WrittenConfig written) {
    Map<String, Object> general = new LinkedHashMap<>(written.values());
    general.keySet().retainAll(GENERAL.keys());
    try {
      return new Config(written.values(), GENERAL.read(general, ""), written.places());
    } catch (SettingsException e) {
      throw mistyped(written, e.path()).orElse(e);
    }
  }

  /** A key that is missing may be there under a name that is almost its own. */
  private static Optional<SettingsException> mistyped(WrittenConfig written, String missing) {
    return written.values().keySet().stream()
        .filter(key -> !GENERAL.keys().contains(key))
        .filter(key -> Keys.nearest(key, List.of(missing)).isPresent())
        .map(key -> SettingsType.unknown(key, GENERAL.keys(), ""))
        .findFirst();
  }

  /** Returns the values whose keys are not general ones. */
  public Map<String, Object> ofRecipe() {
    Map<String, Object> rest = new LinkedHashMap<>(values);
    rest.keySet().removeAll(GENERAL.keys());
    return rest;
  }

  /** Returns the same configuration without some keys at its top. */
  public Config without(List<String> keys) {
    Map<String, Object> rest = new LinkedHashMap<>(values);
    rest.keySet().removeAll(keys);
    return new Config(rest, general, places.without(keys));
  }

  /**
   * Checks that every key at the top is a general one or the recipe's.
   *
   * @param recipe the record of the recipe's keys
   * @throws SettingsException if one is neither
   */
  public void requireKnownKeys(Class<? extends Record> recipe) {
    List<String> known = new ArrayList<>(GENERAL.keys());
    known.addAll(new SettingsType<>(recipe).keys());
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw SettingsType.unknown(key, known, "");
      }
    }
  }

  /** Does something with settings; a wrong one is reported with the place where it was written. */
  public <T> T locating(Supplier<T> action) {
    try {
      return action.get();
    } catch (SettingsException e) {
      throw places.locate(e);
    }
  }
}
