package dev.lethe.experiment.redact;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Random pseudonyms. They follow from nothing: neither from the names nor from the seed of a run.
 *
 * @param byName the pseudonym of each name
 */
public record Pseudonyms(Map<String, String> byName) {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 6;

  /** Copies the map. */
  public Pseudonyms {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** Draws one for each name. */
  public static Pseudonyms draw(Collection<String> names) {
    SecureRandom random = new SecureRandom();
    Set<String> taken = new HashSet<>();
    Map<String, String> byName = new LinkedHashMap<>();
    for (String name : new TreeSet<>(names)) {
      String pseudonym;
      do {
        StringBuilder text = new StringBuilder("Person ");
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
