package dev.lethe.tensor.pickle;

import java.util.LinkedHashMap;
import java.util.Map;

/** An object of a class that a program defines: nothing but its attributes. */
final class ProgramObject {
  private final Map<String, Object> attributes = new LinkedHashMap<>();

  /** Takes attributes by name; a state of another kind says nothing that has a name. */
  void build(Object state) {
    if (state instanceof Map<?, ?> named) {
      named.forEach(
          (name, value) -> {
            if (name instanceof String text) {
              attributes.put(text, value);
            }
          });
    }
  }

  Map<String, Object> attributes() {
    return attributes;
  }
}
