package dev.lethe.data.folder;

/** Names of files as a message shows them: in one line, and without a word to the terminal. */
public final class Printable {
  private Printable() {}

  /** Returns a name in which control characters are written as Java writes them. */
  public static String text(Object name) {
    StringBuilder shown = new StringBuilder();
    name.toString()
        .chars()
        .forEach(
            c -> {
              if (isControl(c)) {
                shown.append("\\u%04x".formatted(c));
              } else {
                shown.append((char) c);
              }
            });
    return shown.toString();
  }

  /**
   * Returns whether a character ends lines, steers a terminal or turns the direction of reading.
   */
  static boolean isControl(int c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069';
  }
}
