package dev.lethe.suite.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One choice of what is varied.
 *
 * @param values in words, by key or by the name of the axis
 * @param settings what it sets, by dotted keys
 */
record Level(Map<String, String> values, Map<String, Object> settings) {

  Level {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
