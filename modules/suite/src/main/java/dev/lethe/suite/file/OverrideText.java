package dev.lethe.suite.file;

import dev.lethe.io.json.Json;
import java.util.List;
import java.util.Map;

/** Values of a suite as a command line has them, and as people read them. */
final class OverrideText {
  private OverrideText() {}

  static String of(String key, Object value) {
    return key + "=" + written(value);
  }

  /** Returns a value in a few words. */
  static String shown(Object value) {
    return value instanceof List || value instanceof Map ? Json.canonical(value) : value.toString();
  }

  /** JSON is YAML; a text is quoted where it could be taken for something else. */
  private static String written(Object value) {
    if (value instanceof List || value instanceof Map) {
      return Json.canonical(value);
    }
    String text = value.toString();
    boolean plain =
        !text.isEmpty() && "[{\"'".indexOf(text.charAt(0)) < 0 && text.strip().equals(text);
    return plain ? text : "'" + text.replace("'", "''") + "'";
  }
}
