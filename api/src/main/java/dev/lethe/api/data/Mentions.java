package dev.lethe.api.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds names in texts: as a whole, in any writing, whatever stands around them but letters and
 * digits. What is looked for costs nothing: many names are found as fast as one.
 */
public final class Mentions {
  /** Their words stand together without a space, so that every character may begin a name. */
  private static final Set<Character.UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.LAO,
          Character.UnicodeScript.KHMER,
          Character.UnicodeScript.MYANMAR);

  /** General categories, as bits: letters, the marks on them, and numbers. */
  private static final int OF_WORD =
      1 << Character.UPPERCASE_LETTER
          | 1 << Character.LOWERCASE_LETTER
          | 1 << Character.TITLECASE_LETTER
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.OTHER_LETTER
          | 1 << Character.NON_SPACING_MARK
          | 1 << Character.COMBINING_SPACING_MARK
          | 1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

  private static final int BEYOND_ASCII = 0x80;

  private final UnaryOperator<String> plain;
  private final Map<String, List<Name>> byFirstWord = new HashMap<>();

  private Mentions(UnaryOperator<String> plain) {
    this.plain = plain;
  }

  /**
   * Prepares to look for names.
   *
   * @param plain puts a text into plain writing, as {@link dev.lethe.api.model.Tokenizer#plain}
   *     does; names and texts are compared in it
   */
  public static Mentions of(Collection<String> names, UnaryOperator<String> plain) {
    Mentions mentions = new Mentions(plain);
    for (String name : names) {
      List<String> words = words(plain.apply(name));
      if (!words.isEmpty()) {
        mentions
            .byFirstWord
            .computeIfAbsent(words.get(0), first -> new ArrayList<>())
            .add(new Name(name, words));
      }
    }
    return mentions;
  }

  /** Returns the names that a text mentions, as they were given. */
  public Set<String> in(String text) {
    Set<String> found = new LinkedHashSet<>();
    List<String> words = words(plain.apply(text));
    for (int i = 0; i < words.size(); i++) {
      for (Name name : byFirstWord.getOrDefault(words.get(i), List.of())) {
        int end = i + name.words().size();
        if (end <= words.size() && words.subList(i, end).equals(name.words())) {
          found.add(name.given());
        }
      }
    }
    return found;
  }

  /** Returns whether a text mentions any of the names. */
  public boolean anyIn(String text) {
    return !in(text).isEmpty();
  }

  /** Splits a text into runs of letters and digits, and every other character. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    boolean inRun = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean joins = joins(c);
      if (inRun && !joins) {
        words.add(text.substring(start, i));
      }
      if (!joins && !Character.isWhitespace(c)) {
        words.add(text.substring(i, next));
      }
      if (joins && !inRun) {
        start = i;
      }
      inRun = joins;
      i = next;
    }
    if (inRun) {
      words.add(text.substring(start));
    }
    return words;
  }

  private static boolean joins(int c) {
    if (c < BEYOND_ASCII) {
      return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
    return (OF_WORD >> Character.getType(c) & 1) != 0
        && !WITHOUT_SPACES.contains(Character.UnicodeScript.of(c));
  }

  private record Name(String given, List<String> words) {}
}
