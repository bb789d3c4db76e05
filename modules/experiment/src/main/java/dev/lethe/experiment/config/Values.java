package dev.lethe.experiment.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees of maps, lists and scalars, as YAML gives them. */
final class Values {
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
}
