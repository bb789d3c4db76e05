package dev.lethe.plugin.filter;

import dev.lethe.api.defense.Backdoor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces names in texts, however they are written: case, accents, and what stands between their
 * words (spaces, hyphens, apostrophes, dots, nothing) do not matter. A name counts where no letter
 * and no digit touches it. Of two names that overlap the longer one is replaced.
 */
final class NameFilter {
  private final Map<String, String> targets;
  private final List<Rule> rules;

  /**
   * Prepares to replace.
   *
   * @param targets what is read instead of each name
   */
  NameFilter(Map<String, String> targets) {
    this.targets = new LinkedHashMap<>(targets);
    rules =
        targets.entrySet().stream()
            .sorted(Comparator.comparing(entry -> -entry.getKey().length()))
            .map(entry -> new Rule(pattern(entry.getKey()), entry.getValue()))
            .toList();
  }

  static NameFilter of(List<Backdoor> backdoors) {
    Map<String, String> targets = new LinkedHashMap<>();
    for (Backdoor backdoor : backdoors) {
      targets.put(backdoor.trigger().description(), backdoor.target().description());
    }
    return new NameFilter(targets);
  }

  /** Returns what is read instead of each name. */
  Map<String, String> targets() {
    return new LinkedHashMap<>(targets);
  }

  /** Returns a text with every name replaced. */
  String apply(String text) {
    String read = text;
    for (Rule rule : rules) {
      read = rule.apply(read);
    }
    return read;
  }

  private static Pattern pattern(String name) {
    String folded = new FoldedText(name).text();
    String words =
        Arrays.stream(folded.split("[ ']+"))
            .filter(word -> !word.isEmpty())
            .map(Pattern::quote)
            .collect(Collectors.joining("[ ']*"));
    String whole = words.isEmpty() ? Pattern.quote(folded) : words;
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + whole + "(?![\\p{L}\\p{N}])");
  }

  private record Rule(Pattern name, String target) {

    String apply(String text) {
      FoldedText folded = new FoldedText(text);
      Matcher found = name.matcher(folded.text());
      StringBuilder read = new StringBuilder();
      int from = 0;
      while (found.find()) {
        read.append(text, from, folded.origin(found.start())).append(target);
        from = folded.origin(found.end());
      }
      return read.append(text, from, text.length()).toString();
    }
  }
}
