package dev.lethe.experiment.config;

import dev.lethe.api.UsageException;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.experiment.ConfigSource;
import dev.lethe.report.requirement.Requirements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads configurations. */
public final class ConfigReader {
  private final ConfigTree tree;

  /**
   * Reads the text.
   *
   * @param overrides {@code key=value}, later ones win
   * @throws UsageException if it is no YAML, an override has no such place, or a character of a
   *     value was lost
   */
  public ConfigReader(ConfigSource source, List<String> overrides) {
    tree = Overrides.apply(ConfigFile.read(source), overrides);
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
    tree = new ConfigTree(values, new Places(name, Map.of()));
  }

  private ConfigReader(ConfigTree tree) {
    this.tree = tree;
  }

  /** Returns a reader of the same configuration that requires more. */
  public ConfigReader requiring(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, Object> values = new LinkedHashMap<>(tree.values());
    List<Object> require = new ArrayList<>();
    if (values.get(Requirements.KEY) instanceof List<?> given) {
      require.addAll(given);
    }
    require.addAll(more);
    values.put(Requirements.KEY, require);
    return new ConfigReader(new ConfigTree(values, tree.places()));
  }

  /**
   * Returns the configuration.
   *
   * @throws UsageException if a key is unknown or missing, or a value wrong
   */
  public ExperimentConfig config() {
    return config(tree);
  }

  /**
   * Returns the configuration, with a stand-in for the path of the model if it is not set.
   *
   * @throws UsageException if a key is unknown, or a value wrong
   */
  public ExperimentConfig draft() {
    Map<String, Object> values = new LinkedHashMap<>(tree.values());
    Map<String, Object> model = new LinkedHashMap<>();
    if (values.get("model") instanceof Map<?, ?> given) {
      given.forEach((key, value) -> model.put(String.valueOf(key), value));
    }
    model.putIfAbsent("path", "model.path");
    if (!values.containsKey("model") || values.get("model") instanceof Map) {
      values.put("model", model);
    }
    return config(new ConfigTree(values, tree.places()));
  }

  /** Returns what messages call the configuration. */
  public String name() {
    return tree.places().name();
  }

  /** Returns whether the path of the model is set. */
  public boolean namesModel() {
    return tree.values().get("model") instanceof Map<?, ?> model && model.containsKey("path");
  }

  private static ExperimentConfig config(ConfigTree tree) {
    try {
      return ExperimentConfig.of(tree);
    } catch (SettingsException e) {
      throw tree.places().locate(e);
    }
  }
}
