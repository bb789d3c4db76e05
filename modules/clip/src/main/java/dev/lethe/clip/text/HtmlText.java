package dev.lethe.clip.text;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML character references: numeric ones, and the named ones that occur in captions. */
final class HtmlText {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|(\\p{Alpha}\\p{Alnum}{1,6}))(;?)");

  private static final int REPLACEMENT = 0xfffd;

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("copy", "\u00a9"),
          Map.entry("reg", "\u00ae"),
          Map.entry("trade", "\u2122"),
          Map.entry("hellip", "\u2026"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("eacute", "\u00e9"),
          Map.entry("egrave", "\u00e8"),
          Map.entry("agrave", "\u00e0"),
          Map.entry("ouml", "\u00f6"),
          Map.entry("uuml", "\u00fc"),
          Map.entry("auml", "\u00e4"),
          Map.entry("szlig", "\u00df"),
          Map.entry("ccedil", "\u00e7"),
          Map.entry("ntilde", "\u00f1"),
          Map.entry("deg", "\u00b0"),
          Map.entry("frac12", "\u00bd"),
          Map.entry("euro", "\u20ac"),
          Map.entry("pound", "\u00a3"));

  private HtmlText() {}

  static String unescape(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match)));
  }

  private static String character(MatchResult reference) {
    if (reference.group(1) != null) {
      return Character.toString(codePoint(Integer.parseInt(reference.group(1))));
    } else if (reference.group(2) != null) {
      return Character.toString(codePoint(Integer.parseInt(reference.group(2), 16)));
    }
    boolean terminated = !reference.group(4).isEmpty();
    return terminated
        ? NAMED.getOrDefault(reference.group(3), reference.group())
        : reference.group();
  }

  private static int codePoint(int number) {
    boolean surrogate = number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
    return number == 0 || surrogate || !Character.isValidCodePoint(number) ? REPLACEMENT : number;
  }
}
