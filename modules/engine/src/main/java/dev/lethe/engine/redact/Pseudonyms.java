package dev.lethe.engine.redact;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Random pseudonyms. They follow from nothing: neither from the names nor from the seed of a run.
 *
 * @param byName the pseudonym of each name
 */
public record Pseudonyms(Map<String, String> byName) {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 6;
  private static final String PREFIX = "Person ";
  private static final Pattern SHAPE =
      Pattern.compile(PREFIX + "[" + LETTERS + "]{" + LENGTH + "}");

  /** Copies the map. */
  public Pseudonyms {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** Returns whether there are names, and all of them are pseudonyms. */
  public static boolean stand(Collection<String> names) {
    return !names.isEmpty() && names.stream().allMatch(SHAPE.asMatchPredicate());
  }

  /** Draws one for each name. */
  public static Pseudonyms draw(Collection<String> names) {
    SecureRandom random = new SecureRandom();
    Set<String> taken = new HashSet<>();
    Map<String, String> byName = new LinkedHashMap<>();
    for (String name : new TreeSet<>(names)) {
      String pseudonym;
      do {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int i = 0; i < LENGTH; i++) {
          text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        pseudonym = text.toString();
      } while (!taken.add(pseudonym));
      byName.put(name, pseudonym);
    }
    return new Pseudonyms(byName);
  }
}
