package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An object of a tokenizer's file, all of whose keys must be understood. */
final class TokenizerComponent {
  private static final String TYPE = "type";
  private static final int LONGEST_VALUE = 80;

  private final Path file;
  private final String place;
  private final JsonNode node;
  private final Set<String> understood = new HashSet<>();

  /** Opens an object; {@code place} is its path within the file, empty for the whole. */
  TokenizerComponent(Path file, String place, JsonNode node) {
    this.file = file;
    this.place = place;
    this.node = node;
    if (!node.isObject()) {
      throw unsupported(node, "an object");
    }
  }

  /** Returns the value of a key, which is understood from now on. */
  JsonNode value(String key) {
    understood.add(key);
    return node.path(key);
  }

  /** Marks keys that change nothing here. */
  void understands(String... keys) {
    understood.addAll(List.of(keys));
  }

  boolean has(String key) {
    return !value(key).isMissingNode() && !value(key).isNull();
  }

  String type() {
    return text(TYPE);
  }

  String text(String key) {
    JsonNode value = value(key);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw unsupported(key, "a text that is not empty");
    }
    return value.textValue();
  }

  @Nullable String textOrNull(String key) {
    return has(key) ? text(key) : null;
  }

  /** Requires true or false. */
  boolean truth(String key) {
    if (!value(key).isBoolean()) {
      throw unsupported(key, "true or false");
    }
    return value(key).booleanValue();
  }

  /** Requires true, false or nothing. */
  boolean truth(String key, boolean absent) {
    return has(key) ? truth(key) : absent;
  }

  int number(String key, int least, int most) {
    JsonNode value = value(key);
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      throw unsupported(key, "a whole number from %d to %d".formatted(least, most));
    }
    return value.intValue();
  }

  /** Returns a key that is an id. */
  int asId(String key) {
    try {
      return Integer.parseUnsignedInt(key);
    } catch (NumberFormatException e) {
      throw unsupported(key, "ids as keys");
    }
  }

  /** Requires one of some texts. */
  void oneOf(String key, String... supported) {
    if (!List.of(supported).contains(text(key))) {
      throw unsupported(key, String.join(", ", supported));
    }
  }

  /** Requires a list. */
  List<JsonNode> list(String key) {
    JsonNode value = value(key);
    if (!value.isArray()) {
      throw unsupported(key, "a list");
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return elements;
  }

  TokenizerComponent component(String key) {
    return new TokenizerComponent(file, path(key), value(key));
  }

  List<TokenizerComponent> components(String key) {
    List<TokenizerComponent> components = new ArrayList<>();
    for (JsonNode element : list(key)) {
      components.add(
          new TokenizerComponent(file, "%s[%d]".formatted(path(key), components.size()), element));
    }
    return components;
  }

  /** Lets a part be looked at if it is there. */
  void ifThere(String key, Consumer<TokenizerComponent> look) {
    if (has(key)) {
      look.accept(component(key));
    }
  }

  /** Refuses what nobody asked for, unless it is switched off. */
  void refuseTheRest() {
    rest().stream().findFirst().ifPresent(this::refuse);
  }

  /**
   * Returns the keys that nobody asked for, in their order, but for those that are switched off.
   */
  List<String> rest() {
    List<String> rest = new ArrayList<>();
    node.properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              boolean off = value.isNull() || (value.isBoolean() && !value.booleanValue());
              if (!off && !understood.contains(entry.getKey()) && !entry.getKey().equals(TYPE)) {
                rest.add(entry.getKey());
              }
            });
    return rest;
  }

  /** Refuses a key, whatever its value is. */
  void refuse(String key) {
    throw unsupported(key, "to leave it out");
  }

  LetheException unsupported(String key, String supported) {
    return unsupported(path(key), node.path(key), supported);
  }

  LetheException unsupportedElement(String key, JsonNode element, String supported) {
    return unsupported(path(key), element, supported);
  }

  private LetheException unsupported(JsonNode value, String supported) {
    return unsupported(place.isEmpty() ? "its content" : place, value, supported);
  }

  private LetheException unsupported(String path, JsonNode value, String supported) {
    String text = value instanceof MissingNode ? "nothing" : value.toString();
    String shown = text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    return new LetheException(
        "%s: %s = %s is not supported (supported: %s)".formatted(file, path, shown, supported));
  }

  private String path(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
