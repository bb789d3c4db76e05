package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A token that is cut out of a text as a whole, before anything else happens to the text.
 *
 * @param content its text
 * @param singleWord whether it must stand alone
 * @param left whether it takes the white space before it
 * @param right whether it takes the white space after it
 * @param normalized whether it is looked for in the text as it is normalized
 * @param special whether it means something else than its text
 */
public record AddedToken(
    String content,
    boolean singleWord,
    boolean left,
    boolean right,
    boolean normalized,
    boolean special) {
  private static final int LONGEST = 256;

  /** Returns a token that is named by its text alone. */
  public static AddedToken special(String content) {
    return new AddedToken(content, false, false, false, false, true);
  }

  /** Reads a token; what is left out is as the transformers library has it. */
  static AddedToken read(TokenizerComponent token, boolean special) {
    String content = token.text("content");
    if (content.length() > LONGEST) {
      throw token.unsupported("content", "at most %d characters".formatted(LONGEST));
    }
    boolean isSpecial = token.truth("special", special);
    return new AddedToken(
        content,
        token.truth("single_word", false),
        token.truth("lstrip", false),
        token.truth("rstrip", false),
        token.truth("normalized", !isSpecial),
        isSpecial);
  }

  AddedToken asSpecial() {
    return new AddedToken(content, singleWord, left, right, normalized, true);
  }

  ObjectNode json(int id) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("content", content)
        .put("single_word", singleWord)
        .put("lstrip", left)
        .put("rstrip", right)
        .put("normalized", normalized)
        .put("special", special);
  }
}
