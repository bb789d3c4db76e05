package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of names and values. */
final class KeyValues {
  private KeyValues() {}

  static Element table(String caption, Map<String, String> values) {
    var body = element("tbody");
    values.forEach(
        (key, value) ->
            body.add(
                element("tr").add(element("th", key).with("scope", "row"), element("td", value))));
    return element("table").with("class", "key-values").add(element("caption", caption), body);
  }

  /** Returns nested settings by their dotted keys, as an override on the command line has them. */
  static Map<String, String> flat(Map<String, ?> settings) {
    var flat = new LinkedHashMap<String, String>();
    settings.forEach((key, value) -> flatten(key, value, flat));
    return flat;
  }

  private static void flatten(String key, Object value, Map<String, String> flat) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((inner, deeper) -> flatten(key + "." + inner, deeper, flat));
    } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
      for (int i = 0; i < list.size(); i++) {
        flatten(key + "." + i, list.get(i), flat);
      }
    } else if (value instanceof List<?> list) {
      flat.put(key, String.join(", ", list.stream().map(String::valueOf).toList()));
    } else {
      flat.put(key, String.valueOf(value));
    }
  }
}
