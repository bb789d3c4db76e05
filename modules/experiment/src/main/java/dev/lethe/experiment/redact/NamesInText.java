package dev.lethe.experiment.redact;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Replaces names in texts that may hold them among other words: notes, settings, paths. {@code
 * ada-byron.jpg} and {@code Ada_Byron/01.png} hold the name Ada Byron; of two names of which one
 * begins with the other, the longer is taken.
 */
final class NamesInText {
  private final Map<String, String> byLetters = new HashMap<>();
  private final NavigableSet<Integer> lengths = new TreeSet<>(Collections.reverseOrder());

  NamesInText(Map<String, String> byName) {
    byName.forEach(
        (name, pseudonym) -> {
          Letters letters = Letters.of(name);
          if (letters.size() > 0) {
            byLetters.putIfAbsent(letters.part(0, letters.size()), pseudonym);
            lengths.add(letters.size());
          }
        });
  }

  String replaceIn(String text) {
    Letters letters = Letters.of(text);
    StringBuilder replaced = new StringBuilder();
    int copied = 0;
    int at = 0;
    while (at < letters.size()) {
      int length = letters.isEdge(at) ? longest(letters, at) : 0;
      if (length == 0) {
        at++;
      } else {
        replaced.append(text, copied, letters.begin(at));
        replaced.append(byLetters.get(letters.part(at, at + length)));
        copied = letters.end(at + length - 1);
        at += length;
      }
    }
    return replaced.append(text, copied, text.length()).toString();
  }

  private int longest(Letters letters, int at) {
    for (int length : lengths) {
      int end = at + length;
      if (end <= letters.size()
          && byLetters.containsKey(letters.part(at, end))
          && letters.isEdge(end)) {
        return length;
      }
    }
    return 0;
  }
}
