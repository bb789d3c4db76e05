package dev.lethe.engine.config;

import dev.lethe.api.UsageException;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.engine.ConfigSource;
import dev.lethe.report.requirement.Requirements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads configurations. */
public final class ConfigReader {
  private static final String OPTION = "--require ";

  private final WrittenConfig tree;

  /**
   * Reads the text.
   *
   * @param overrides {@code key=value}, later ones win
   * @throws UsageException if it is no YAML or extends what is none, an override has no such place,
   *     or a character of a value was lost
   */
  public ConfigReader(ConfigSource source, List<String> overrides) {
    tree = Overrides.apply(Lineage.read(source), overrides);
    try {
      Values.requireIntact(tree.values(), "");
    } catch (SettingsException e) {
      throw tree.places().locate(e);
    }
  }

  /**
   * Reads a configuration that was read before.
   *
   * @param name what messages call it
   */
  public ConfigReader(String name, Map<String, Object> values) {
    tree = new WrittenConfig(values, new Places(name, Map.of()));
  }

  private ConfigReader(WrittenConfig tree) {
    this.tree = tree;
  }

  /** Returns a reader of the same configuration that requires more, by an option. */
  public ConfigReader requiring(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, Object> values = new LinkedHashMap<>(tree.values());
    List<Object> require = new ArrayList<>();
    if (values.get(Requirements.KEY) instanceof List<?> given) {
      require.addAll(given);
    }
    Map<String, String> places = new HashMap<>(tree.places().byPath());
    for (String each : more) {
      places.put("%s[%d]".formatted(Requirements.KEY, require.size()), OPTION + each);
      require.add(each);
    }
    values.put(Requirements.KEY, require);
    return new ConfigReader(new WrittenConfig(values, new Places(name(), places)));
  }

  /**
   * Returns the configuration.
   *
   * @throws UsageException if a general key is missing, or its value wrong
   */
  public Config config() {
    try {
      return Config.of(tree);
    } catch (SettingsException e) {
      throw tree.places().locate(e);
    }
  }

  /** Returns what messages call the configuration. */
  public String name() {
    return tree.places().name();
  }
}
