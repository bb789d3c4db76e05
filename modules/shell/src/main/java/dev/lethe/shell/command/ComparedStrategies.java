package dev.lethe.shell.command;

import dev.lethe.api.UsageException;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.engine.ConfigSource;
import dev.lethe.io.json.Json;
import dev.lethe.suite.WrittenValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an experiment sets for each of the strategies that are compared on it. A strategy takes the
 * place of the experiment's defense; where that is a list, of the one that changes the same towers.
 * It has the settings that the experiment gives it, or a file of settings does, or its own
 * defaults.
 */
final class ComparedStrategies {
  private static final String DEFENSE = "defense";
  private static final String STRATEGY = "strategy";
  private static final String SETTINGS = "settings";
  private static final String REGULARIZERS = "regularizers";

  private final ExtensionRegistry extensions;
  private final Map<String, Object> experiment;
  private final Map<String, Object> known;

  /**
   * Looks at an experiment.
   *
   * @param experiment its keys and values
   * @param known blocks of settings and regularizers by strategy, for those of which the experiment
   *     says nothing
   */
  ComparedStrategies(
      ExtensionRegistry extensions, Map<String, Object> experiment, Map<String, Object> known) {
    this.extensions = extensions;
    this.experiment = experiment;
    this.known = known;
  }

  /**
   * Returns what is set for a strategy, by dotted keys.
   *
   * @param written its name, or {@code NAME:key=value;key=value}
   */
  Map<String, Object> variant(String written) {
    String strategy = written.split(":", 2)[0];
    Map<String, Object> own = own(strategy);
    Map<String, Object> settings = settings(written, block(own, SETTINGS));
    Requirements requires = requires(strategy, settings);
    String place = place(written, requires);
    Map<String, Object> variant = new LinkedHashMap<>();
    variant.put(place + "." + STRATEGY, strategy);
    variant.put(place + "." + SETTINGS, settings); // the file's are another strategy's
    if (!requires.include(Need.REGULARIZER)) {
      variant.put(place + "." + REGULARIZERS, "null"); // refused by a strategy that takes none
    } else if (own.get(REGULARIZERS) != null) {
      variant.put(place + "." + REGULARIZERS, own.get(REGULARIZERS));
    }
    return variant;
  }

  /** Returns settings with those that the command line gives. */
  private static Map<String, Object> settings(String written, Map<String, Object> own) {
    List<String> overrides = new ArrayList<>();
    overrides.add(SETTINGS + "=" + Json.canonical(own));
    int colon = written.indexOf(':');
    for (String setting : colon < 0 ? new String[0] : written.substring(colon + 1).split(";")) {
      if (setting.indexOf('=') < 1) {
        throw new UsageException(
            "--strategies '%s': settings must look like key=value;key=value".formatted(written));
      }
      overrides.add(SETTINGS + "." + setting);
    }
    ConfigSource command = new ConfigSource("--strategies", "name: compared");
    return block(WrittenValues.of(command, overrides), SETTINGS);
  }

  /** Returns the block of a strategy: the experiment's, or that of the file of settings. */
  private Map<String, Object> own(String strategy) {
    for (Map<String, Object> defense : defenses()) {
      if (strategy.equals(defense.get(STRATEGY))) {
        return defense;
      }
    }
    return block(known, strategy);
  }

  private List<Map<String, Object>> defenses() {
    Object defense = experiment.get(DEFENSE);
    List<Map<String, Object>> defenses = new ArrayList<>();
    for (Object each :
        defense instanceof List<?> list ? list : Collections.singletonList(defense)) {
      if (each instanceof Map<?, ?> block) {
        defenses.add(copy(block));
      }
    }
    return defenses;
  }

  /** Returns which of the experiment's defenses a strategy takes the place of. */
  private String place(String written, Requirements requires) {
    if (!(experiment.get(DEFENSE) instanceof List)) {
      return DEFENSE;
    }
    List<Map<String, Object>> defenses = defenses();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < defenses.size(); i++) {
      Map<String, Object> each = defenses.get(i);
      Requirements other = requires(String.valueOf(each.get(STRATEGY)), block(each, SETTINGS));
      if (!Collections.disjoint(other.components(), requires.components())) {
        places.add(i);
      }
    }
    if (places.size() != 1) {
      throw new UsageException(
          "--strategies '%s': expected one defense of the experiment that changes the same tower, found %d of %d: compare on an experiment with one defense, such as 'defense={strategy: %s}'"
              .formatted(written, places.size(), defenses.size(), written.split(":", 2)[0]));
    }
    return DEFENSE + "[" + places.get(0) + "]";
  }

  private Requirements requires(String strategy, Map<String, Object> settings) {
    try (InspectionContext context = new InspectionContext();
        RunExtensions run = extensions.open(context)) {
      return run.create(BackdoorStrategy.class, strategy, settings, DEFENSE + "." + SETTINGS)
          .requires();
    }
  }

  private static Map<String, Object> block(Map<String, Object> of, String key) {
    return of.get(key) instanceof Map<?, ?> block ? copy(block) : Map.of();
  }

  private static Map<String, Object> copy(Map<?, ?> block) {
    Map<String, Object> copy = new LinkedHashMap<>();
    block.forEach((key, value) -> copy.put(key.toString(), value));
    return copy;
  }
}
