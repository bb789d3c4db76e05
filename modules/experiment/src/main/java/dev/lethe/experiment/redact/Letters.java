package dev.lethe.experiment.redact;

import java.lang.Character.UnicodeScript;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The letters and digits of a text and where each stands in it. Case, accents, compatibility forms
 * and what stands between do not count; a character may be written as an HTML entity or percent
 * encoded.
 */
final class Letters {
  private static final Pattern ENCODED =
      Pattern.compile(
          "&(?:#(?<decimal>\\d{1,7})|#[xX](?<hex>\\p{XDigit}{1,6})|(?<named>amp|lt|gt|quot|apos));"
              + "|%(?:[0-7]\\p{XDigit}|[cdCD]\\p{XDigit}%\\p{XDigit}{2}"
              + "|[eE]\\p{XDigit}(?:%\\p{XDigit}{2}){2}|[fF]\\p{XDigit}(?:%\\p{XDigit}{2}){3})");
  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

  /** Scripts that put no spaces between words. */
  private static final Set<UnicodeScript> UNSPACED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private final String text;
  private final StringBuilder letters = new StringBuilder();
  private final IntStream.Builder starts = IntStream.builder();
  private final IntStream.Builder ends = IntStream.builder();
  private final int[] from;
  private final int[] to;

  private Letters(String text) {
    this.text = text;
    Matcher encoded = ENCODED.matcher(text);
    int at = 0;
    while (at < text.length()) {
      encoded.region(at, text.length());
      int end;
      String character;
      if (encoded.lookingAt()) {
        end = encoded.end();
        character = decoded(encoded);
      } else {
        end = text.offsetByCodePoints(at, 1);
        character = text.substring(at, end);
      }
      add(character, at, end);
      at = end;
    }
    from = starts.build().toArray();
    to = ends.build().toArray();
  }

  static Letters of(String text) {
    return new Letters(text);
  }

  int size() {
    return letters.length();
  }

  /** Returns letters in a row, whatever stands between them. */
  String part(int begin, int end) {
    return letters.substring(begin, end);
  }

  /** Returns where a letter begins in the text. */
  int begin(int letter) {
    return from[letter];
  }

  /** Returns where a letter ends in the text, with the accents that follow it. */
  int end(int letter) {
    int end = to[letter];
    while (end < text.length()
        && Character.getType(text.codePointAt(end)) == Character.NON_SPACING_MARK) {
      end = text.offsetByCodePoints(end, 1);
    }
    return end;
  }

  /** Returns whether a word may begin at a letter, or end before it. */
  boolean isEdge(int letter) {
    if (letter == 0 || letter == size()) {
      return true;
    }
    if (from[letter - 1] == from[letter]) {
      return false;
    }
    int left = text.codePointBefore(to[letter - 1]);
    int right = text.codePointAt(from[letter]);
    return end(letter - 1) < from[letter]
        || Character.isDigit(left) != Character.isDigit(right)
        || Character.isLowerCase(left) && Character.isUpperCase(right)
        || UNSPACED.contains(UnicodeScript.of(left))
        || UNSPACED.contains(UnicodeScript.of(right));
  }

  private void add(String character, int start, int end) {
    String plain = Normalizer.normalize(character, Normalizer.Form.NFKD);
    String folded = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    folded
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(
            letter -> {
              letters.appendCodePoint(letter);
              for (int i = 0; i < Character.charCount(letter); i++) {
                starts.add(start);
                ends.add(end);
              }
            });
  }

  private static String decoded(Matcher encoded) {
    String named = encoded.group("named");
    if (named != null) {
      return NAMED.getOrDefault(named, "");
    }
    String decimal = encoded.group("decimal");
    String hex = encoded.group("hex");
    if (decimal == null && hex == null) {
      return URLDecoder.decode(encoded.group(), StandardCharsets.UTF_8);
    }
    int number = decimal == null ? Integer.parseInt(hex, 16) : Integer.parseInt(decimal);
    return Character.isValidCodePoint(number) ? Character.toString(number) : "";
  }
}
