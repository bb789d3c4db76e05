package dev.lethe.suite.file;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which combinations are meant: by what is varied, the values that fit.
 *
 * @param values by what is varied, one or a list of each
 */
public record Selection(Map<String, Object> values) {

  /** Returns whether all of its values fit. */
  public boolean fits(Map<String, String> combination) {
    return values.entrySet().stream()
        .allMatch(
            each ->
                alternatives(each.getValue()).stream()
                    .map(OverrideText::shown)
                    .anyMatch(value -> value.equals(combination.get(each.getKey()))));
  }

  /**
   * Requires that it speaks of nothing but what is varied.
   *
   * @param place where it stands, for messages
   * @throws SettingsException naming the first that is not varied
   */
  public void requireKnown(Collection<String> varied, String place) {
    for (String key : values.keySet()) {
      if (!varied.contains(key)) {
        throw SettingsType.unknown(key, List.copyOf(varied), place);
      }
    }
    if (values.isEmpty()) {
      throw new SettingsException(place, "is empty, and would fit every combination");
    }
  }

  /** Returns the values as combinations have them; a list is one value. */
  public Map<String, String> inWords() {
    Map<String, String> words = new LinkedHashMap<>();
    values.forEach((key, value) -> words.put(key, OverrideText.shown(value)));
    return words;
  }

  private static List<?> alternatives(Object value) {
    return value instanceof List<?> list ? list : List.of(value);
  }
}
