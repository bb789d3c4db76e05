package dev.lethe.demo;

import dev.lethe.api.UsageException;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.demo.training.DemoModelSettings;
import dev.lethe.demo.training.TrainingSettings;
import dev.lethe.demo.world.WorldSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What the demo makes before its experiment. Given on the command line: {@code
 * demo.world.members=32}.
 */
public record DemoSettings(
    @Setting("The seed of world and model. Without it, that of the experiment.")
        @Nullable Long seed,
    @Setting("The world.") WorldSettings world,
    @Setting("The model.") DemoModelSettings model,
    @Setting("Its training.") TrainingSettings training) {
  static final String PREFIX = "demo.";
  private static final String SEED = "seed";

  /** All settings are numbers and words. */
  private static final int LONGEST = 100;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setMaxAliasesForCollections(0).build(); // a list could contain itself

  /**
   * Reads overrides.
   *
   * @param overrides {@code key=value}, each beginning with {@code demo.}; later ones win
   * @throws UsageException if a key is unknown or a value wrong
   */
  static DemoSettings of(List<String> overrides) {
    Map<String, Map<String, Object>> blocks = new LinkedHashMap<>();
    Map<String, Object> values = new LinkedHashMap<>();
    List.of("world", "model", "training").forEach(key -> blocks.put(key, new LinkedHashMap<>()));
    for (String override : overrides) {
      int equals = override.indexOf('=');
      String[] path = override.substring(PREFIX.length(), equals).split("\\.", 2);
      Map<String, Object> block = blocks.get(path[0]);
      if (path[0].equals(SEED) && path.length == 1) {
        values.put(SEED, value(override, override.substring(equals + 1)));
        continue;
      }
      if (block == null) {
        throw SettingsType.unknown(path[0], new SettingsType<>(DemoSettings.class).keys(), "demo");
      }
      if (path.length < 2) {
        throw new UsageException(
            "override '%s' must name one setting, such as demo.world.members=32"
                .formatted(override));
      }
      block.put(path[1], value(override, override.substring(equals + 1)));
    }
    values.putAll(blocks);
    return new SettingsType<>(DemoSettings.class).read(values, "demo");
  }

  private static Object value(String override, String yaml) {
    if (yaml.length() > LONGEST) {
      throw new UsageException(
          "override '%s...' has a value of more than %d characters"
              .formatted(override.substring(0, LONGEST), LONGEST));
    }
    try {
      Object value = new Load(SETTINGS).loadFromString(yaml);
      if (value != null) {
        return value;
      }
    } catch (YamlEngineException e) {
      throw new UsageException("override '" + override + "' has no valid value", e);
    }
    throw new UsageException("override '" + override + "' has no value");
  }
}
