package dev.lethe.experiment.redact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces whole words in every text and every key of a JSON tree. Case does not count, and a space
 * stands for an underscore too, as in the names of folders.
 */
public final class Substitution implements UnaryOperator<JsonNode> {
  private final Map<String, String> replacements = new HashMap<>();
  private final Pattern pattern;

  private Substitution(Map<String, String> replacements) {
    replacements.forEach((from, to) -> this.replacements.put(key(from), to));
    String alternatives =
        replacements.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(n -> n))
            .map(name -> Pattern.quote(name).replaceAll("[ _]", "\\\\E[ _]\\\\Q"))
            .collect(Collectors.joining("|"));
    pattern =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Returns what puts pseudonyms in place of names. */
  public static Substitution hiding(Pseudonyms pseudonyms) {
    return new Substitution(pseudonyms.byName());
  }

  /** Returns what puts names in place of pseudonyms. */
  public static Substitution revealing(Pseudonyms pseudonyms) {
    Map<String, String> names = new TreeMap<>();
    pseudonyms.byName().forEach((name, pseudonym) -> names.put(pseudonym, name));
    return new Substitution(names);
  }

  @Override
  public JsonNode apply(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(text(node.textValue()));
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> copy.add(apply(each)));
      return copy;
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(each -> copy.set(text(each.getKey()), apply(each.getValue())));
      return copy;
    }
    return node;
  }

  private String text(String text) {
    String whole = replacements.get(key(text));
    if (whole != null) {
      return whole;
    }
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacements.get(key(found.group()))));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
