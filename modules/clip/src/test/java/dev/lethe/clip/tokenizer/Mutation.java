package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Changes a tokenizer as JSON: values, and whole parts for others of their kind. Half of what comes
 * out is well-formed, so that it reaches the native library.
 */
final class Mutation {
  private static final JsonMapper JSON = new JsonMapper();

  private static final List<JsonNode> VALUES =
      parsed(
          "\"\"",
          "\"a\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\u0301\"",
          "\"\\\\s+\"",
          "\"(a+)+$\"",
          "\"<|endoftext|>\"",
          "\"a</w>\"",
          "\"Removed\"",
          "\"Contiguous\"",
          "\"Right\"",
          "0",
          "1",
          "-1",
          "255",
          "256",
          "523",
          "524",
          "525",
          "4294967295",
          "1e300",
          "0.5",
          "true",
          "false",
          "null",
          "[]",
          "{}",
          "[[[[]]]]");

  private static final List<JsonNode> NORMALIZERS =
      parsed(
          "{'type': 'NFKD'}",
          "{'type': 'StripAccents'}",
          "{'type': 'Lowercase'}",
          "null",
          "{'type': 'Strip', 'strip_left': true, 'strip_right': true}",
          "{'type': 'Replace', 'pattern': {'String': ''}, 'content': ''}",
          "{'type': 'Replace', 'pattern': {'String': 'a'}, 'content': ''}",
          "{'type': 'Replace', 'pattern': {'String': ' '}, 'content': 'aa'}",
          "{'type': 'Replace', 'pattern': {'Regex': '.'}, 'content': ''}",
          "{'type': 'Replace', 'pattern': {'Regex': '[a-c]?b{1,3}a+'}, 'content': '!'}",
          "{'type': 'Replace', 'pattern': {'Regex': 'a*'}, 'content': 'b'}",
          "{'type': 'BertNormalizer', 'clean_text': true, 'handle_chinese_chars': true,"
              + " 'strip_accents': true, 'lowercase': true}",
          "{'type': 'Precompiled', 'precompiled_charsmap': 'AAAA'}",
          "{'type': 'Prepend', 'prepend': ''}",
          "{'type': 'Sequence', 'normalizers': []}");

  private static final List<JsonNode> CUTTERS =
      parsed(
          "{'type': 'Whitespace'}",
          "{'type': 'WhitespaceSplit'}",
          "{'type': 'BertPreTokenizer'}",
          "{'type': 'ByteLevel', 'add_prefix_space': true, 'trim_offsets': true}",
          "{'type': 'Digits', 'individual_digits': true}",
          "{'type': 'Punctuation', 'behavior': 'MergedWithNext'}",
          "{'type': 'Split', 'pattern': {'String': 'a'}, 'behavior': 'Isolated', 'invert': false}",
          "{'type': 'Split', 'pattern': {'String': ''}, 'behavior': 'Isolated', 'invert': true}",
          "{'type': 'Split', 'pattern': {'Regex': '(a+)+$'}, 'behavior': 'Removed', 'invert': true}",
          "{'type': 'Split', 'pattern': {'Regex': '(?i:a|b)|.'}, 'behavior': 'Removed',"
              + " 'invert': false}",
          "{'type': 'Split', 'pattern': {'Regex': '\\\\p{Nonsense}+'}, 'behavior': 'Removed',"
              + " 'invert': true}",
          "{'type': 'Metaspace', 'replacement': '', 'prepend_scheme': 'always', 'split': true}",
          "null");

  private static final List<JsonNode> PROCESSORS =
      parsed(
          "{'type': 'BertProcessing', 'sep': ['<|endoftext|>', 524], 'cls': ['<|startoftext|>', 523]}",
          "{'type': 'BertProcessing', 'sep': ['<|endoftext|>', 4294967295], 'cls': ['x', 0]}",
          "{'type': 'TemplateProcessing', 'single': [{'SpecialToken': {'id': 's', 'type_id': 0}},"
              + " {'Sequence': {'id': 'A', 'type_id': 0}}, {'SpecialToken': {'id': 'e', 'type_id': 0}}],"
              + " 'pair': [{'Sequence': {'id': 'B', 'type_id': 1}}],"
              + " 'special_tokens': {'s': {'id': 's', 'ids': [523], 'tokens': ['<|startoftext|>']},"
              + " 'e': {'id': 'e', 'ids': [524], 'tokens': ['<|endoftext|>']}}}",
          "{'type': 'TemplateProcessing', 'single': [{'SpecialToken': {'id': 'none', 'type_id': 0}}],"
              + " 'pair': [], 'special_tokens': {}}",
          "{'type': 'Sequence', 'processors': []}",
          "null");

  private final Random random;

  Mutation(long seed) {
    random = new Random(seed);
  }

  /** Returns a changed copy of a tokenizer. */
  ObjectNode of(ObjectNode tokenizer) {
    ObjectNode changed = tokenizer.deepCopy();
    for (int i = random.nextInt(3); i >= 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> changed.set("normalizer", several(NORMALIZERS, "normalizers"));
        case 1 -> changed.set("pre_tokenizer", several(CUTTERS, "pretokenizers"));
        case 2 -> changed.set("post_processor", one(PROCESSORS));
        case 3, 4 -> add(changed);
        default -> value(changed);
      }
    }
    return changed;
  }

  private JsonNode several(List<JsonNode> parts, String key) {
    ObjectNode sequence = JSON.createObjectNode().put("type", "Sequence");
    ArrayNode list = sequence.putArray(key);
    for (int i = random.nextInt(3); i >= 0; i--) {
      list.add(one(parts));
    }
    return random.nextBoolean() ? sequence : list.get(0);
  }

  private JsonNode one(List<JsonNode> parts) {
    return parts.get(random.nextInt(parts.size())).deepCopy();
  }

  /** Adds a token, most often with the id that it is given. */
  private void add(ObjectNode tokenizer) {
    if (tokenizer.path("added_tokens") instanceof ArrayNode tokens) {
      String[] contents = {"", " ", "a", "aa", "\u0301", "<x>", "A b", "\t", "!", "\ud83d\ude00"};
      ObjectNode token = tokens.addObject().put("content", contents[random.nextInt(10)]);
      int known =
          tokenizer.path("model").path("vocab").path(token.get("content").asText()).asInt(525);
      token.put("id", random.nextInt(8) == 0 ? random.nextInt() : known);
      for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized", "special")) {
        token.put(flag, random.nextBoolean());
      }
    }
  }

  private void value(ObjectNode tokenizer) {
    List<JsonNode> holders = new ArrayList<>();
    collect(tokenizer, holders);
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    if (holder instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String key = keys.get(random.nextInt(keys.size()));
      if (random.nextInt(8) == 0) {
        object.remove(key);
      } else {
        object.set(key, one(VALUES));
      }
    } else if (holder instanceof ArrayNode list) {
      list.set(random.nextInt(list.size()), one(VALUES));
    }
  }

  private static void collect(JsonNode node, List<JsonNode> holders) {
    if (node.isContainerNode() && !node.isEmpty()) {
      holders.add(node);
      node.forEach(child -> collect(child, holders));
    }
  }

  private static List<JsonNode> parsed(String... texts) {
    List<JsonNode> nodes = new ArrayList<>();
    for (String text : texts) {
      try {
        nodes.add(JSON.readTree(text.replace('\'', '"')));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(text, e);
      }
    }
    return nodes;
  }
}
