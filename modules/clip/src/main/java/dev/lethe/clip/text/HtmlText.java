package dev.lethe.clip.text;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * HTML character references as Python and ftfy resolve them; the names are jsoup's, which has HTML
 * 5's complete list.
 */
final class HtmlText {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[^\t\n\f <&#;]{1,32};?)");

  private static final Pattern TERMINATED = Pattern.compile("&#?[0-9A-Za-z]{1,24};");

  private static final String REPLACEMENT = "\ufffd";

  private HtmlText() {}

  /**
   * Replaces references as Python's {@code html.unescape} does: numbers and names of HTML 5, the
   * oldest names also where the semicolon is missing or more letters follow.
   */
  static String unescape(String text) {
    return replace(REFERENCE, text, HtmlText::character);
  }

  /**
   * Replaces references as {@code ftfy.fixes.unescape_html} does: only where a semicolon ends them,
   * and names of small letters also in capitals, which then give a capital.
   */
  static String unescapeTerminated(String text) {
    return replace(TERMINATED, text, HtmlText::terminatedCharacter);
  }

  private static String replace(Pattern pattern, String text, Function<String, String> character) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    Function<MatchResult, String> replacement =
        match -> Matcher.quoteReplacement(character.apply(match.group()));
    return pattern.matcher(text).replaceAll(replacement);
  }

  private static String character(String reference) {
    boolean terminated = reference.endsWith(";");
    String name = reference.substring(1, reference.length() - (terminated ? 1 : 0));
    if (name.startsWith("#")) {
      boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
      return hexadecimal ? numbered(name.substring(2), 16) : numbered(name.substring(1), 10);
    } else if (terminated && Entities.isNamedEntity(name)) {
      return Entities.getByName(name);
    }
    String prefix = Entities.findPrefix(name);
    return prefix.isEmpty()
        ? reference
        : Entities.getByName(prefix) + reference.substring(1 + prefix.length());
  }

  private static String terminatedCharacter(String reference) {
    if (reference.startsWith("&#")) {
      String character = unescape(reference);
      return character.contains(";") ? reference : character;
    }
    String name = reference.substring(1, reference.length() - 1);
    String small = name.toLowerCase(Locale.ROOT);
    if (Entities.isNamedEntity(name)) {
      return Entities.getByName(name);
    } else if (name.equals(name.toUpperCase(Locale.ROOT))
        && Entities.isNamedEntity(small)
        && Entities.findPrefix(name).isEmpty()) {
      return Entities.getByName(small).toUpperCase(Locale.ROOT);
    }
    return reference;
  }

  private static String numbered(String digits, int radix) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int next = number * radix + Character.digit(digits.charAt(i), radix);
      number = Math.min(next, Character.MAX_CODE_POINT + 1);
    }
    boolean surrogate = number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
    if (number == 0 || surrogate || number > Character.MAX_CODE_POINT) {
      return REPLACEMENT;
    } else if (Windows1252.has(number)) {
      return Character.toString(Windows1252.character(number));
    }
    return isText(number) ? Character.toString(number) : "";
  }

  /** Neither a control character other than white space nor one of Unicode's noncharacters. */
  private static boolean isText(int codePoint) {
    boolean control = codePoint < ' ' && "\t\n\f\r".indexOf(codePoint) < 0 || codePoint == 0x7f;
    boolean never = codePoint >= 0xfdd0 && codePoint <= 0xfdef || (codePoint & 0xfffe) == 0xfffe;
    return !control && !never;
  }
}
