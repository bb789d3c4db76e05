package dev.lethe.api.settings;

import java.util.Collection;
import java.util.Optional;

/** Names of settings: kebab case, and the nearest known one when somebody mistypes. */
public final class Keys {
  private static final int FARTHEST = 3;

  private Keys() {}

  /**
   * Returns a component's name as a configuration writes it: {@code cleanBatch} → {@code
   * clean-batch}.
   */
  public static String kebab(String component) {
    return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
  }

  /** Returns the known key that is the fewest edits away, if any is near. */
  public static Optional<String> nearest(String key, Collection<String> known) {
    return known.stream()
        .filter(k -> distance(key, k) <= Math.min(FARTHEST, Math.max(1, key.length() / 2)))
        .min(
            java.util.Comparator.comparingInt((String k) -> distance(key, k))
                .thenComparing(k -> k));
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
