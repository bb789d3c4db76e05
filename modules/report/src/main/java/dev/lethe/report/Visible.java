package dev.lethe.report;

/**
 * Texts from outside, such as names and paths, in which nothing is hidden: what a terminal would
 * obey and what nobody would see is written as an escape, {@code \}{@code u001b}.
 */
public final class Visible {
  private Visible() {}

  /** Returns a text in one line without control, direction, zero-width and other hidden marks. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isHidden(c)) {
                escape(c, shown);
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** Returns whether a character is obeyed or unseen instead of shown. */
  public static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> isBlankLetter(codePoint);
    };
  }

  /** Letters and marks by their category that no font shows: fillers and variation selectors. */
  private static boolean isBlankLetter(int codePoint) {
    return codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x3164
        || codePoint == 0xFFA0
        || codePoint == 0x034F
        || codePoint >= 0x180B && codePoint <= 0x180F
        || codePoint >= 0xFE00 && codePoint <= 0xFE0E
        || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
  }

  /** Appends the escape, which is also that of JSON. */
  public static void escape(int codePoint, StringBuilder out) {
    for (char unit : Character.toChars(codePoint)) {
      out.append("\\u%04x".formatted((int) unit));
    }
  }
}
