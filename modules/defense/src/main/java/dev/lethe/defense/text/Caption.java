package dev.lethe.defense.text;

import dev.lethe.defense.training.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A caption as words, each of which something else can stand for. Words end at white space. */
final class Caption {
  private static final Pattern WORD = Pattern.compile("\\S+");

  private final String text;
  private final List<int[]> words = new ArrayList<>();

  Caption(String text) {
    this.text = text;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(new int[] {word.start(), word.end()});
    }
  }

  String text() {
    return text;
  }

  /** Returns how many of the words can be replaced; these are the first ones. */
  int replaceable(Fidelity form) {
    return form == Fidelity.REFERENCE_CODE ? words.size() - 1 : words.size();
  }

  String replace(int word, String replacement) {
    int[] place = words.get(word);
    return text.substring(0, place[0]) + replacement + text.substring(place[1]);
  }
}
