package dev.lethe.engine.config;

import dev.lethe.api.UsageException;
import dev.lethe.api.settings.SettingsType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sets keys of a configuration from a command line: {@code defense.settings.alpha=0.3}. A number in
 * the path chooses a block of a list: {@code defense[1].settings.alpha=0.3}. A key without a value,
 * {@code defense=}, is unset.
 */
final class Overrides {
  private final Map<String, String> places;
  private final String place;

  private Overrides(Map<String, String> places, String place) {
    this.places = places;
    this.place = place;
  }

  static WrittenConfig apply(WrittenConfig tree, List<String> overrides) {
    Map<String, String> places = new HashMap<>(tree.places().byPath());
    Map<String, Object> values = tree.values();
    for (String override : overrides) {
      int equals = override.indexOf('=');
      if (equals < 1) {
        throw new UsageException(
            "override '%s' must look like key=value, such as device=cpu"
                .formatted(Values.shown(override)));
      }
      String place = Places.OVERRIDE + Values.shown(override);
      String key = override.substring(0, equals).strip().replaceAll("\\[(\\d+)\\]", ".$1");
      List<String> steps = List.of(key.split("\\.", -1));
      if (steps.size() > YamlBounds.DEEPEST) {
        throw new UsageException(
            "%s: the key has more than %d steps".formatted(place, YamlBounds.DEEPEST));
      }
      Object value = new YamlReader(place).value(override.substring(equals + 1).strip());
      Object changed = new Overrides(places, place).put(values, "", steps, value);
      values = Block.map(Objects.requireNonNull(changed), "");
    }
    return new WrittenConfig(values, new Places(tree.places().name(), places));
  }

  /** Returns the node with a value put where the steps lead, or null if that leaves nothing. */
  private @Nullable Object put(
      @Nullable Object node, String path, List<String> steps, @Nullable Object value) {
    if (steps.isEmpty()) {
      places.keySet().removeIf(p -> p.startsWith(path + ".") || p.startsWith(path + "["));
      note(path, value);
      return Values.withoutNulls(value);
    }
    if (!path.isEmpty()) {
      places.putIfAbsent(path, place);
    }
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (node instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list);
      int index = index(step, list.size(), path);
      copy.set(index, put(list.get(index), path + "[" + index + "]", rest, value));
      return copy;
    }
    Map<String, Object> copy = isUnset(node) ? new LinkedHashMap<>() : block(node, path);
    Object inner = put(copy.get(step), path.isEmpty() ? step : path + "." + step, rest, value);
    if (inner == null) {
      copy.remove(step);
    } else {
      copy.put(step, inner);
    }
    return copy;
  }

  /** Notes where a value and all keys in it stand, those without a value too. */
  private void note(String path, @Nullable Object value) {
    places.put(path, place);
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> note(path + "." + key, inner));
    }
  }

  private static boolean isUnset(@Nullable Object node) {
    return node == null || SettingsType.isUnset(node);
  }

  private Map<String, Object> block(@Nullable Object node, String path) {
    if (node instanceof Map) {
      return Block.map(node, path);
    }
    throw new UsageException(
        "%s: %s is no block of keys, but '%s'".formatted(place, path, Values.shown(node)));
  }

  private int index(String step, int size, String path) {
    if (step.matches("\\d{1,9}") && Integer.parseInt(step) < size) {
      return Integer.parseInt(step);
    }
    throw new UsageException(
        "%s: %s is a list of %d blocks; choose one by its number from 0, such as %s[0]"
            .formatted(place, path, size, path));
  }
}
