package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;

/** What may happen to a text before it is cut. */
final class Normalizers {
  private static final int LONGEST_CONTENT = 64;
  private static final String SPACES = "\\s+";

  /** Where no memory is left, the native library ends the process. */
  private static final long MOST_GROWTH = 256;

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
  void requireLeft(TokenizerComponent token) {
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

  static void check(TokenizerComponent normalizer) {
    if (growth(normalizer) > MOST_GROWTH) {
      throw normalizer.unsupported(
          "type", "steps that make a text at most %d times as long".formatted(MOST_GROWTH));
    }
  }

  /** Checks a normalizer and returns how many times as long it may make a text. */
  private static long growth(TokenizerComponent normalizer) {
    long growth =
        switch (normalizer.type()) {
          case "Sequence" ->
              normalizer.components("normalizers").stream()
                  .mapToLong(Normalizers::growth)
                  .reduce(1, (all, step) -> Math.min(MOST_GROWTH + 1, all * step));
          case "NFKC", "NFKD" -> 18; // as U+FDFA becomes
          case "NFC", "NFD" -> 4; // as U+1F82 becomes
          case "Lowercase" -> 2; // as U+0130 becomes
          case "StripAccents" -> 1;
          case "Strip" -> strip(normalizer);
          case "Replace" -> replace(normalizer);
          case "BertNormalizer" -> bert(normalizer);
          default ->
              throw normalizer.unsupported(
                  "type",
                  "Sequence, NFC, NFD, NFKC, NFKD, Lowercase, StripAccents, Strip, Replace,"
                      + " BertNormalizer");
        };
    normalizer.refuseTheRest();
    return growth;
  }

  private static long strip(TokenizerComponent normalizer) {
    normalizer.truth("strip_left");
    normalizer.truth("strip_right");
    return 1;
  }

  /** A pattern takes a character at least. */
  private static long replace(TokenizerComponent normalizer) {
    Patterns.check(normalizer.component("pattern"));
    JsonNode content = normalizer.value("content");
    if (!content.isTextual() || content.textValue().length() > LONGEST_CONTENT) {
      throw normalizer.unsupported(
          "content", "a text of at most %d characters".formatted(LONGEST_CONTENT));
    }
    return Math.max(1, content.textValue().length());
  }

  /** White space around a character of Chinese, and the accents and the case of any other. */
  private static long bert(TokenizerComponent normalizer) {
    normalizer.truth("clean_text");
    normalizer.truth("handle_chinese_chars");
    normalizer.truth("strip_accents", false);
    normalizer.truth("lowercase");
    return 3 * 4 * 2;
  }
}
