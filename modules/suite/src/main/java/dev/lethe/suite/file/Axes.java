package dev.lethe.suite.file;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.config.Block;
import dev.lethe.suite.SuiteSettings;
import dev.lethe.suite.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a suite varies, in the order of its file; seeds come last. */
final class Axes {
  private final List<List<Level>> levels = new ArrayList<>();

  private Axes() {}

  static Axes of(SuiteSettings settings) {
    Axes axes = new Axes();
    settings.vary().forEach((key, value) -> axes.add(key, value, "vary." + key));
    for (int i = 0; i < settings.zip().size(); i++) {
      axes.zip(settings.zip().get(i), "zip[" + i + "]");
    }
    if (!settings.seeds().isEmpty()) {
      axes.levels.add(values(Trial.SEED, settings.seeds()));
    }
    return axes;
  }

  /** Returns every combination. */
  List<Level> combinations() {
    List<Level> combinations = List.of(new Level(Map.of(), Map.of()));
    for (List<Level> axis : levels) {
      List<Level> longer = new ArrayList<>();
      for (Level begun : combinations) {
        axis.forEach(next -> longer.add(joined(begun, next)));
      }
      combinations = longer;
    }
    return combinations;
  }

  private void add(String key, Object value, String place) {
    if (value instanceof List<?> list) {
      requireSome(list, place);
      levels.add(values(key, list));
    } else if (value instanceof Map<?, ?> block && Range.isOne(block)) {
      Range range = new SettingsType<>(Range.class).read(Block.map(block, place), place);
      try {
        List<Object> numbers = range.numbers();
        requireSome(numbers, place);
        levels.add(values(key, numbers));
      } catch (IllegalArgumentException e) {
        throw new SettingsException(place, String.valueOf(e.getMessage()));
      }
    } else if (value instanceof Map<?, ?> block) {
      List<Level> variants = new ArrayList<>();
      Block.map(block, place)
          .forEach(
              (name, set) ->
                  variants.add(new Level(Map.of(key, name), Block.map(set, place + "." + name))));
      requireSome(variants, place);
      levels.add(variants);
    } else {
      throw new SettingsException(
          place,
          "must be a list, a range or a block of variants (got '%s'); what every trial sets belongs to 'set'"
              .formatted(OverrideText.shown(value)));
    }
  }

  private void zip(Map<String, Object> block, String place) {
    List<Level> rows = new ArrayList<>();
    block.forEach(
        (key, value) -> {
          if (!(value instanceof List<?> list) || list.isEmpty() || list.contains(null)) {
            throw new SettingsException(place + "." + key, "must be a list of values");
          }
          if (rows.isEmpty()) {
            list.forEach(each -> rows.add(new Level(Map.of(), Map.of())));
          }
          if (rows.size() != list.size()) {
            throw new SettingsException(
                place + "." + key,
                "must have as many values as the key before it, %d (got %d)"
                    .formatted(rows.size(), list.size()));
          }
          List<Level> own = values(key, list);
          for (int i = 0; i < rows.size(); i++) {
            rows.set(i, joined(rows.get(i), own.get(i)));
          }
        });
    requireSome(rows, place);
    levels.add(rows);
  }

  private static void requireSome(List<?> levels, String place) {
    if (levels.isEmpty() || levels.contains(null)) {
      throw new SettingsException(place, "must have at least one value");
    }
  }

  private static List<Level> values(String key, List<?> values) {
    List<Level> levels = new ArrayList<>();
    for (Object value : values) {
      levels.add(new Level(Map.of(key, OverrideText.shown(value)), Map.of(key, value)));
    }
    return levels;
  }

  private static Level joined(Level one, Level other) {
    Map<String, String> values = new LinkedHashMap<>(one.values());
    values.putAll(other.values());
    Map<String, Object> settings = new LinkedHashMap<>(one.settings());
    settings.putAll(other.settings());
    return new Level(values, settings);
  }
}
