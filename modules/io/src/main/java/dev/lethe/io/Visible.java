package dev.lethe.io;

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

  /** Returns a text as {@link #of} does, with a space for each break of a line. */
  public static String oneLine(String text) {
    return of(text.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  /** Returns whether a character is obeyed or unseen instead of shown. */
  public static boolean isHidden(int codePoint) {
    return isObeyed(codePoint)
        || switch (Character.getType(codePoint)) {
          case Character.FORMAT, Character.SURROGATE -> true;
          default -> isBlankLetter(codePoint);
        };
  }

  /**
   * Returns whether a character ends lines, steers a terminal or turns the direction of reading,
   * which no name needs. Some that are unseen are part of names, such as joiners in Persian.
   */
  public static boolean isObeyed(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default ->
          codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
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
