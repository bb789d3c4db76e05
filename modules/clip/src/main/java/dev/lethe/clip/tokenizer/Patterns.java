package dev.lethe.clip.tokenizer;

import java.util.Set;

/** What a text is searched for. */
final class Patterns {
  /** Those of GPT-2 and its kin, which look ahead but were tried by everybody. */
  private static final Set<String> KNOWN =
      Set.of(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          "'(?:[sdmt]|ll|ve|re)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

  private static final int LONGEST = 256;

  private Patterns() {}

  static void check(TokenizerComponent pattern) {
    if (pattern.has("Regex")) {
      String regex = pattern.text("Regex");
      if (!KNOWN.contains(regex) && !LinearPattern.isLinear(regex)) {
        throw pattern.unsupported(
            "Regex",
            "alternatives of characters and classes that take something and of which only the last"
                + " repeats, as [\\p{L}]+|[\\p{N}]");
      }
    } else if (pattern.text("String").length() > LONGEST) {
      throw pattern.unsupported("String", "at most %d characters".formatted(LONGEST));
    }
    pattern.refuseTheRest();
  }
}
