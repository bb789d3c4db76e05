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

  /** Returns whether no character of the text was lost. */
  public static boolean isIntact(String text) {
    return text.indexOf(LOST) < 0;
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
    return "must be in UTF-8, but a character was lost (U+FFFD) in '"
        + text.strip().lines().filter(line -> !isIntact(line)).findFirst().orElse(text)
        + "'";
  }
}
