package dev.lethe.clip.text;

/**
 * What browsers show for the control characters 0x80 to 0x9f: the characters that Windows-1252 has
 * there; where it has none, the control character stays.
 */
final class Windows1252 {
  private static final String CHARACTERS =
      "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
          + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

  private Windows1252() {}

  static boolean has(int codePoint) {
    return codePoint >= 0x80 && codePoint < 0x80 + CHARACTERS.length();
  }

  static char character(int control) {
    return CHARACTERS.charAt(control - 0x80);
  }
}
