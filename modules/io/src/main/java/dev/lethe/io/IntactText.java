package dev.lethe.io;

import dev.lethe.api.LetheException;

/**
 * Text of which no character was lost when it was decoded. A decoder that finds bytes of another
 * encoding puts U+FFFD in their place; a name that holds it is a different name, which no model
 * knows.
 */
public final class IntactText {
  private static final char LOST = '\uFFFD';

  private IntactText() {}

  /** Returns whether no character of the text was lost, nor half of one. */
  public static boolean isIntact(String text) {
    return text.codePoints().noneMatch(IntactText::isLost);
  }

  /** JSON and YAML can write half a character, which no file in UTF-8 and no tokenizer takes. */
  private static boolean isLost(int codePoint) {
    return codePoint == LOST || Character.getType(codePoint) == Character.SURROGATE;
  }

  /**
   * Returns the text of a file, or a name on the disk, as it is.
   *
   * @param place where it stands, for messages: {@code people.csv:3}
   * @throws LetheException if a character of it was lost
   */
  public static String require(String text, String place) {
    if (!isIntact(text)) {
      throw new LetheException(place + " " + problem(text));
    }
    return text;
  }

  /**
   * Says what is wrong with a text that is not intact, as the rest of a message that begins with
   * the place of the text.
   */
  public static String problem(String text) {
    String line = text.strip().lines().filter(each -> !isIntact(each)).findFirst().orElse(text);
    return line.indexOf(LOST) < 0
        ? "must be in whole characters, but half of one was lost in '" + Visible.of(line) + "'"
        : "must be in UTF-8, but a character was lost (U+FFFD) in '" + line + "'";
  }
}
