package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Added tokens in their order, with the ids that the native library gives them. */
public final class AddedTokens {
  /** The native library takes half a millisecond for each. */
  private static final int MOST = 10_000;

  private final Map<String, Integer> ids;
  private final int vocabularySize;
  private final Map<String, AddedToken> tokens = new LinkedHashMap<>();
  private int highest = -1;

  /**
   * Starts with none.
   *
   * @param vocabulary the ids of the other tokens
   */
  public AddedTokens(Map<String, Integer> vocabulary) {
    ids = new HashMap<>(vocabulary);
    vocabularySize = vocabulary.size();
  }

  /** Adds a token and returns its id; one with the same text is replaced and keeps its place. */
  public int add(AddedToken token) {
    String content = token.content();
    if (tokens.put(content, token) == null) {
      int next = Math.max(vocabularySize, highest + 1);
      highest = Math.max(highest, ids.computeIfAbsent(content, key -> next));
    }
    return ids.get(content);
  }

  /** Returns whether a token with this text was added. */
  boolean has(String content) {
    return tokens.containsKey(content);
  }

  /** Returns the id of every token, added or not. */
  public Map<String, Integer> ids() {
    return ids;
  }

  /** Returns the list as a {@code tokenizer.json} has it. */
  public ArrayNode json() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    tokens.values().forEach(token -> list.add(token.json(ids.get(token.content()))));
    return list;
  }

  /**
   * Reads the list of a {@code tokenizer.json}, whose ids must be those that the library gives.
   *
   * @param file its name, for messages
   * @throws LetheException naming what of it is not supported
   */
  public void read(Path file, ObjectNode root) {
    TokenizerComponent whole = new TokenizerComponent(file, "", root);
    if (!whole.has("added_tokens")) {
      return;
    }
    for (TokenizerComponent token : whole.components("added_tokens")) {
      AddedToken added = AddedToken.read(token, false);
      boolean twice = has(added.content());
      int id = add(added);
      if (twice || tokens.size() > MOST) {
        throw token.unsupported("content", "each token once, and at most %d".formatted(MOST));
      }
      if (!token.value("id").isInt() || token.value("id").intValue() != id) {
        throw token.unsupported("id", "%d, the one that it is given".formatted(id));
      }
      token.refuseTheRest();
    }
  }
}
