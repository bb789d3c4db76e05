package dev.lethe.engine.config;

import dev.lethe.api.UsageException;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.ConfigSource;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A configuration and those it starts from: {@code extends} names another file, whose values hold
 * where this one says nothing. Blocks are merged key by key; lists and single values are replaced,
 * and a key without a value takes back what the other file gives it.
 */
final class Lineage {
  private static final String EXTENDS = "extends";

  private final List<ConfigSource> descendants = new ArrayList<>();

  private Lineage() {}

  /**
   * Reads a configuration with all that it extends.
   *
   * @throws UsageException if one is no configuration, or extends itself
   * @throws dev.lethe.api.NotFoundException if a file is missing
   */
  static WrittenConfig read(ConfigSource source) {
    WrittenConfig merged = new Lineage().merged(source);
    Map<String, Object> values =
        Block.map(Objects.requireNonNull(Values.withoutNulls(merged.values())), "");
    return new WrittenConfig(values, new Places(source.name(), merged.places().byPath()));
  }

  private WrittenConfig merged(ConfigSource source) {
    descendants.add(source);
    WrittenConfig own = ConfigFile.read(source);
    Object parent = own.values().remove(EXTENDS);
    if (parent == null) {
      return own;
    }
    String place = own.places().byPath().getOrDefault(EXTENDS, source.name());
    WrittenConfig inherited = merged(parent(source, parent, place));
    Map<String, String> places = new HashMap<>(inherited.places().byPath());
    Map<String, @Nullable Object> values = merge(inherited.values(), own.values(), "", places);
    places.putAll(own.places().byPath());
    return new WrittenConfig(values, new Places(source.name(), places));
  }

  private ConfigSource parent(ConfigSource source, Object named, String place) {
    if (!(named instanceof String text) || text.isBlank() || SettingsType.isUnset(named)) {
      throw new UsageException(
          "%s: extends must be the path of another configuration, such as base.yaml (got '%s')"
              .formatted(place, Values.shown(named)));
    }
    ConfigSource parent = ConfigSource.file(path(source, text, place), place + ": extends");
    for (ConfigSource descendant : descendants) {
      if (isSame(descendant.file(), parent.file())) {
        throw new UsageException(
            "%s: extends goes round in a circle: %s -> %s"
                .formatted(
                    place,
                    descendants.stream()
                        .map(ConfigSource::name)
                        .collect(Collectors.joining(" -> ")),
                    parent.name()));
      }
    }
    return parent;
  }

  private static Path path(ConfigSource source, String text, String place) {
    try {
      return source.resolve(text);
    } catch (InvalidPathException e) {
      throw new UsageException("%s: extends is no path: %s".formatted(place, e.getMessage()), e);
    }
  }

  private static boolean isSame(@Nullable Path one, @Nullable Path other) {
    try {
      return one != null && other != null && one.toRealPath().equals(other.toRealPath());
    } catch (IOException e) {
      return false; // both were just read: whoever removed one meanwhile gets a clear error later
    }
  }

  /**
   * Returns values with others over them.
   *
   * @param path where they stand
   * @param places of the values, from which those go that are replaced
   */
  private static Map<String, @Nullable Object> merge(
      Map<?, ?> values, Map<?, ?> others, String path, Map<String, String> places) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>();
    values.forEach((key, value) -> merged.put(String.valueOf(key), value));
    others.forEach(
        (name, other) -> {
          String key = String.valueOf(name);
          String inner = path.isEmpty() ? key : path + "." + key;
          if (other instanceof Map<?, ?> over && merged.get(key) instanceof Map<?, ?> under) {
            merged.put(key, merge(under, over, inner, places));
          } else {
            places.keySet().removeIf(p -> p.startsWith(inner + ".") || p.startsWith(inner + "["));
            merged.put(key, other);
          }
        });
    return merged;
  }
}
