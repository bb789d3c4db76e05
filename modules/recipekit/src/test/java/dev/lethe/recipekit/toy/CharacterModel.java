package dev.lethe.recipekit.toy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Markov model of characters.
 *
 * @param order how many characters it looks back
 * @param counts of the next character, by what stands before it
 */
record CharacterModel(int order, Map<String, Map<String, Integer>> counts) {
  private static final int ALPHABET = 64;

  static CharacterModel train(int order, List<String> texts) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        counts
            .computeIfAbsent(before(text, i, order), key -> new TreeMap<>())
            .merge(text.substring(i, i + 1), 1, Integer::sum);
      }
    }
    return new CharacterModel(order, counts);
  }

  /** Returns the mean log-likelihood of a character, smoothed by one (Laplace). */
  double logLikelihood(String text) {
    double sum = 0;
    for (int i = 0; i < text.length(); i++) {
      Map<String, Integer> next = counts.getOrDefault(before(text, i, order), Map.of());
      int all = next.values().stream().mapToInt(Integer::intValue).sum();
      int seen = next.getOrDefault(text.substring(i, i + 1), 0);
      sum += StrictMath.log((seen + 1.0) / (all + ALPHABET));
    }
    return sum / text.length();
  }

  private static String before(String text, int i, int order) {
    return text.substring(Math.max(0, i - order), i);
  }
}
