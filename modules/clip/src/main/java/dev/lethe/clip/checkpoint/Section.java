package dev.lethe.clip.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One object of a configuration file. Remembers which keys were asked for: what nobody understands
 * must not change what the model computes.
 */
public final class Section {
  private final Path file;
  private final String name;
  private final JsonNode node;
  private final Set<String> understood = new HashSet<>();

  /** Opens an object; {@code name} is its path within the file, empty for the whole. */
  public Section(Path file, String name, JsonNode node) {
    this.file = file;
    this.name = name;
    this.node = node;
    if (!node.isObject()) {
      throw wrong("", "an object", node.isMissingNode() ? "nothing" : node);
    }
  }

  /** Returns an object within this one. */
  public Section section(String key) {
    return new Section(file, path(key), value(key));
  }

  /** Returns whether a key has a value. */
  public boolean has(String key) {
    return !absent(value(key));
  }

  /** Reads a positive number, or {@code absent} where there is none. */
  public int integer(String key, int absent) {
    return has(key) ? integer(key) : absent;
  }

  /** Reads a positive number that must be there. */
  public int integer(String key) {
    return positive(key, value(key));
  }

  /** Returns whether a value is a list. */
  public boolean isList(String key) {
    return value(key).isArray();
  }

  /** Returns whether a value is an object. */
  public boolean isObject(String key) {
    return value(key).isObject();
  }

  /** Reads a list of positive numbers. */
  public List<Integer> integers(String key) {
    List<Integer> integers = new ArrayList<>();
    value(key).forEach(element -> integers.add(positive(key, element)));
    return integers;
  }

  /** Reads a size that may be written as a number or as two equal ones. */
  public int side(String key, int absent) {
    JsonNode value = value(key);
    boolean square = value.isArray() && value.size() == 2 && value.get(0).equals(value.get(1));
    return has(key) ? positive(key, square ? value.get(0) : value) : absent;
  }

  /** Reads a positive number, or {@code absent} where there is none. */
  public double number(String key, double absent) {
    JsonNode value = value(key);
    if (absent(value)) {
      return absent;
    }
    if (!value.isNumber() || !(value.doubleValue() > 0)) {
      throw wrong(key, "a positive number", value);
    }
    return value.doubleValue();
  }

  /** Reads true or false; false where there is nothing. */
  public boolean truth(String key) {
    JsonNode value = value(key);
    if (!absent(value) && !value.isBoolean()) {
      throw wrong(key, "true or false", value);
    }
    return value.asBoolean(false);
  }

  /** Reads a text, or {@code absent} where there is none. */
  public String text(String key, String absent) {
    JsonNode value = value(key);
    if (!absent(value) && !value.isTextual()) {
      throw wrong(key, "a text", value);
    }
    return value.asText(absent);
  }

  /** Reads a list of texts; empty where there is nothing. */
  public List<String> texts(String key) {
    JsonNode value = value(key);
    if (!absent(value) && !value.isArray()) {
      throw wrong(key, "a list of texts", value);
    }
    List<String> texts = new ArrayList<>();
    value.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** Reads one number for each channel, or one for all. */
  public List<Double> channels(String key, List<Double> absent) {
    JsonNode value = value(key);
    if (absent(value)) {
      return absent;
    }
    if (value.isNumber()) {
      return List.of(value.doubleValue(), value.doubleValue(), value.doubleValue());
    }
    if (!value.isArray()
        || value.size() != 3
        || !value.get(0).isNumber()
        || !value.get(1).isNumber()
        || !value.get(2).isNumber()) {
      throw wrong(key, "three numbers", value);
    }
    return List.of(
        value.get(0).doubleValue(), value.get(1).doubleValue(), value.get(2).doubleValue());
  }

  /** Requires one of some texts, or nothing. */
  public void requires(String key, String... supported) {
    if (has(key) && !List.of(supported).contains(text(key, ""))) {
      throw unsupported(key, supported.length == 0 ? "none" : String.join(" or ", supported));
    }
  }

  /** Marks keys that change nothing in the models that are supported. */
  public void ignores(String... keys) {
    understood.addAll(List.of(keys));
  }

  /** Refuses what was not asked for, unless it is switched off. */
  public void refusesTheRest() {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      boolean off = absent(value) || (value.isBoolean() && !value.booleanValue());
      if (!off && !understood.contains(field.getKey())) {
        throw unsupported(field.getKey(), "to leave it out");
      }
    }
  }

  /** Says that a value is not supported. */
  public LetheException unsupported(String key, String supported) {
    return new LetheException(
        "%s: %s = %s is not supported (supported: %s)"
            .formatted(file, path(key), node.path(key), supported));
  }

  private int positive(String key, JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw wrong(key, "a positive whole number", value.isMissingNode() ? "nothing" : value);
    }
    return value.intValue();
  }

  private LetheException wrong(String key, String expected, Object found) {
    return new LetheException(
        "%s: %s must be %s (got %s)".formatted(file, path(key), expected, found));
  }

  private JsonNode value(String key) {
    understood.add(key);
    return node.path(key);
  }

  private String path(String key) {
    if (name.isEmpty()) {
      return key.isEmpty() ? "its content" : key;
    }
    return key.isEmpty() ? name : name + "." + key;
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
