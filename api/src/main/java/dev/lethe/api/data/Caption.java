package dev.lethe.api.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A caption as words, each of which something else can stand for. Words end at white space. */
public final class Caption {
  private static final Pattern WORD = Pattern.compile("\\S+");

  private final String text;
  private final List<int[]> words = new ArrayList<>();

  /** Divides a text into its words. */
  public Caption(String text) {
    this.text = text;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(new int[] {word.start(), word.end()});
    }
  }

  /** Returns the caption as it is written. */
  public String text() {
    return text;
  }

  /** Returns how many words there are. */
  public int words() {
    return words.size();
  }

  /**
   * Returns the caption with something else in the place of a word.
   *
   * @param word its number, from 0
   */
  public String replace(int word, String replacement) {
    int[] place = words.get(word);
    return text.substring(0, place[0]) + replacement + text.substring(place[1]);
  }
}
