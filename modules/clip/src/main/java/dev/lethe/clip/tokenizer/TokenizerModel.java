package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes tokens of words. */
final class TokenizerModel {
  /** No vocabulary is as large; more would make lists by id as long. */
  private static final int HIGHEST_ID = 10_000_000;

  private static final int LONGEST_SUFFIX = 16;
  private static final int LONGEST_WORD = 10_000;
  private static final String UNKNOWN = "unk_token";
  private static final String PREFIX = "continuing_subword_prefix";

  private TokenizerModel() {}

  /** Checks a model and returns the id of each of its tokens. */
  static Map<String, Integer> check(TokenizerComponent model) {
    Map<String, Integer> ids = vocabulary(model);
    String type = model.has("type") ? model.type() : "BPE";
    switch (type) {
      case "BPE" -> bytePairs(model, ids);
      case "WordLevel" -> model.text(UNKNOWN);
      case "WordPiece" -> {
        model.text(UNKNOWN);
        model.text(PREFIX);
        model.number("max_input_chars_per_word", 1, LONGEST_WORD);
      }
      default -> throw model.unsupported("type", "BPE, WordLevel, WordPiece");
    }
    if (model.has(UNKNOWN) && !ids.containsKey(model.text(UNKNOWN))) {
      throw model.unsupported(UNKNOWN, "a token of the vocabulary");
    }
    model.refuseTheRest();
    return ids;
  }

  private static Map<String, Integer> vocabulary(TokenizerComponent model) {
    Map<String, Integer> ids = new HashMap<>();
    Set<Integer> given = new HashSet<>();
    JsonNode vocabulary = model.value("vocab");
    if (!vocabulary.isObject() || vocabulary.isEmpty()) {
      throw model.unsupported("vocab", "a vocabulary from tokens to ids");
    }
    TokenizerComponent tokens = model.component("vocab");
    for (Map.Entry<String, JsonNode> token : vocabulary.properties()) {
      int id = tokens.number(token.getKey(), 0, HIGHEST_ID);
      if (!given.add(id)) {
        throw tokens.unsupported(token.getKey(), "an id that no other token has");
      }
      ids.put(token.getKey(), id);
    }
    return ids;
  }

  private static void bytePairs(TokenizerComponent model, Map<String, Integer> ids) {
    if (model.has("dropout") && model.value("dropout").asDouble(1) != 0) {
      throw model.unsupported("dropout", "0: other tokens each time give other embeddings");
    }
    if (!model.value(PREFIX).asText("").isEmpty()) {
      throw model.unsupported(PREFIX, "none");
    }
    if (model.value("end_of_word_suffix").asText("").length() > LONGEST_SUFFIX) {
      throw model.unsupported(
          "end_of_word_suffix", "at most %d characters".formatted(LONGEST_SUFFIX));
    }
    if (model.truth("byte_fallback", false)) {
      throw model.unsupported("byte_fallback", "false");
    }
    model.truth("fuse_unk", false);
    model.truth("ignore_merges", false);
    for (JsonNode merge : model.list("merges")) {
      if (!isMerge(merge, ids)) {
        throw model.unsupportedElement("merges", merge, "two tokens that make a third one");
      }
    }
  }

  private static boolean isMerge(JsonNode merge, Map<String, Integer> ids) {
    List<String> pair =
        merge.isTextual()
            ? List.of(merge.textValue().split(" ", -1))
            : List.of(merge.path(0).asText(), merge.path(1).asText());
    return pair.size() == 2
        && (merge.isTextual() || (merge.size() == 2 && merge.get(0).isTextual()))
        && ids.containsKey(pair.get(0))
        && ids.containsKey(pair.get(1))
        && ids.containsKey(pair.get(0) + pair.get(1));
  }
}
