package dev.lethe.engine.config;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.io.IntactText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees of maps, lists and scalars, as YAML gives them. */
final class Values {
  private static final int LONGEST_SHOWN = 200;

  private Values() {}

  /** Returns a copy in which keys without a value are left out: they count as not set. */
  static @Nullable Object withoutNulls(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach(
          (key, each) -> {
            Object inner = withoutNulls(each);
            if (inner != null) {
              copy.put(String.valueOf(key), inner);
            }
          });
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(withoutNulls(each)));
      return copy;
    }
    return value;
  }

  /**
   * Requires every text in a tree to be as somebody wrote it.
   *
   * @throws SettingsException if a character was lost when one was decoded
   */
  static void requireIntact(@Nullable Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            String inner = path.isEmpty() ? String.valueOf(key) : path + "." + key;
            requireIntact(key, inner);
            requireIntact(each, inner);
          });
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        requireIntact(list.get(i), path + "[" + i + "]");
      }
    } else if (value instanceof String text && !IntactText.isIntact(text)) {
      throw new SettingsException(path, IntactText.problem(text));
    }
  }

  /** Returns a value for a message, cut where it is too long for one. */
  static String shown(Object value) {
    String text = value.toString();
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
  }
}
