package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;

/** What may happen to a text before it is cut. */
final class Normalizers {
  private static final int LONGEST_CONTENT = 64;
  private static final String SPACES = "\\s+";

  private final boolean replaces;

  /** Knows a normalizer that was checked; it may be nothing. */
  Normalizers(JsonNode normalizer) {
    replaces =
        normalizer.findValues("pattern").stream()
            .anyMatch(pattern -> !pattern.path("Regex").asText().equals(SPACES));
  }

  /**
   * Requires that something is left of an added token that is looked for in the normalized text:
   * nothing would be found everywhere, also within characters.
   */
  void requireLeft(Component token) {
    AddedToken added = AddedToken.read(token, false);
    if (added.normalized() && (replaces || added.content().codePoints().noneMatch(this::stays))) {
      throw token.unsupported(
          "normalized",
          "false, where white space, accents or Replace may leave nothing of its content");
    }
  }

  private boolean stays(int character) {
    return switch (Character.getType(character)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER ->
          true;
      default -> character > ' ' && character < 0x7f;
    };
  }

  static void check(Component normalizer) {
    switch (normalizer.type()) {
      case "Sequence" -> normalizer.components("normalizers").forEach(Normalizers::check);
      case "NFC", "NFD", "NFKC", "NFKD", "Lowercase", "StripAccents" -> {}
      case "Strip" -> {
        normalizer.truth("strip_left");
        normalizer.truth("strip_right");
      }
      case "Replace" -> {
        Patterns.check(normalizer.component("pattern"));
        if (!normalizer.value("content").isTextual()
            || normalizer.value("content").textValue().length() > LONGEST_CONTENT) {
          throw normalizer.unsupported(
              "content", "a text of at most %d characters".formatted(LONGEST_CONTENT));
        }
      }
      case "BertNormalizer" -> {
        normalizer.truth("clean_text");
        normalizer.truth("handle_chinese_chars");
        normalizer.truth("strip_accents", false);
        normalizer.truth("lowercase");
      }
      default ->
          throw normalizer.unsupported(
              "type",
              "Sequence, NFC, NFD, NFKC, NFKD, Lowercase, StripAccents, Strip, Replace,"
                  + " BertNormalizer");
    }
    normalizer.refuseTheRest();
  }
}
