package dev.lethe.clip.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a text says, however it is written: cleaned as OpenCLIP does, whatever the model does, and
 * then freed of all that a reader does not see or hear.
 */
final class PlainText {
  /** Formats, selectors of a letter's variant, joiners, and letters that are blank. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cf}\ufe00-\ufe0f\\x{E0100}-\\x{E01EF}\u180b-\u180f\u034f\u115f\u1160\u3164\uffa0]+");

  private static final Pattern APOSTROPHES = Pattern.compile("[\u00b4\u02b9\u02bb\u2032\u2035]");
  private static final Pattern DASHES = Pattern.compile("\\p{Pd}");

  /** A small i with a dot above, which a capital one of Turkish becomes. */
  private static final String DOTTED = "i\u0307";

  private PlainText() {}

  static String of(String text) {
    return collapsed(isTyped(text) ? text.toLowerCase(Locale.ROOT) : folded(cleaned(text)));
  }

  private static String cleaned(String text) {
    String meant = MisreadText.repair(text);
    // entities may have hidden what was read wrongly
    String clean = MisreadText.repair(Cleaning.WHITESPACE.clean(meant));
    String seen = INVISIBLE.matcher(clean).replaceAll("");
    String quoted = APOSTROPHES.matcher(seen).replaceAll("'");
    return DASHES.matcher(Normalizer.normalize(quoted, Normalizer.Form.NFKC)).replaceAll("-");
  }

  /** Upper case first: small letters that have the same capital are the same. */
  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace(DOTTED, "i");
  }

  private static String collapsed(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t') {
        collapsed.append(c == '`' ? '\'' : c);
      } else if (!collapsed.isEmpty() && collapsed.charAt(collapsed.length() - 1) != ' ') {
        collapsed.append(' ');
      }
    }
    return collapsed.toString().stripTrailing();
  }

  /** Returns whether a text is what a keyboard gives and nothing in it stands for another thing. */
  private static boolean isTyped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~' || c == '&') && c != '\t') {
        return false;
      }
    }
    return true;
  }
}
