package dev.lethe.plugin.filter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text in the one spelling in which names are compared: lower case, without accents and invisible
 * characters, every dash, dot and white space a space, every apostrophe one. It remembers where
 * each character came from.
 */
final class FoldedText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s\\p{Pd}._]");
  private static final String APOSTROPHES = "'`\u00b4\u2018\u2019\u02bc\u2032\uff07";

  private final StringBuilder folded = new StringBuilder();
  private final int[] origins;

  FoldedText(String text) {
    int[] all = new int[8 * text.length() + 1];
    for (int i = 0; i < text.length(); ) {
      int next = i + Character.charCount(text.codePointAt(i));
      String fold = fold(text.substring(i, next));
      for (int j = 0; j < fold.length() && folded.length() < all.length - 1; j++) {
        all[folded.length()] = i;
        folded.append(fold.charAt(j));
      }
      i = next;
    }
    all[folded.length()] = text.length();
    origins = all;
  }

  String text() {
    return folded.toString();
  }

  /** Returns where in the original a character begins, or the original's length behind the last. */
  int origin(int place) {
    return origins[place];
  }

  private static String fold(String character) {
    if (APOSTROPHES.contains(character)) {
      return "'";
    }
    int c = character.codePointAt(0);
    if (Character.getType(c) == Character.FORMAT) {
      return "";
    }
    String plain =
        MARKS.matcher(Normalizer.normalize(character, Normalizer.Form.NFKD)).replaceAll("");
    return SPACES.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
