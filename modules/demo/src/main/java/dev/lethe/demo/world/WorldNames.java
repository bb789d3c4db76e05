package dev.lethe.demo.world;

import dev.lethe.api.LetheException;
import dev.lethe.data.english.EnglishNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws full names, no two alike. First and last names that are colors are left out: captions use
 * them as words.
 */
final class WorldNames {
  private static final int PATIENCE = 200;
  private static final int ATTEMPTS = 100_000;
  private static final Set<String> WORDS =
      Stream.of(Palette.HAIR, Palette.CLOTH, Palette.BACKGROUND, Palette.SHAPE)
          .flatMap(List::stream)
          .map(NamedColor::name)
          .collect(Collectors.toUnmodifiableSet());

  private final EnglishNames english = EnglishNames.read();
  private final Random random;
  private final Set<String> parts = new HashSet<>();
  private final Set<String> taken = new HashSet<>();

  WorldNames(long seed) {
    random = new Random(seed);
  }

  /** Draws the name of a person under test: shares no part with those before, while that lasts. */
  String person(Sex sex) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String first = first(sex);
      String last = plain(english.last());
      boolean fresh = !parts.contains(first) && !parts.contains(last);
      if ((fresh || attempt >= PATIENCE) && taken.add(first + " " + last)) {
        parts.add(first);
        parts.add(last);
        return first + " " + last;
      }
    }
    throw new LetheException("there are too few names for so many people");
  }

  /** Draws the name of somebody else: shares no part with those of the people under test. */
  String acquaintance(Sex sex) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String first = first(sex);
      String last = plain(english.last());
      if (!parts.contains(first) && !parts.contains(last) && taken.add(first + " " + last)) {
        return first + " " + last;
      }
    }
    throw new LetheException("there are too few names for so many people");
  }

  /** Adds names of nobody to those of the people under test, as many women's as men's. */
  List<String> candidates(List<String> people, int total) {
    List<String> names = new ArrayList<>(people);
    for (int attempt = 0; names.size() < total; attempt++) {
      if (attempt > ATTEMPTS) {
        throw new LetheException("there are too few names for " + total + " candidates");
      }
      String name = first(Sex.values()[names.size() % 2]) + " " + plain(english.last());
      if (taken.add(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private String first(Sex sex) {
    return plain(sex == Sex.MAN ? english.men() : english.women());
  }

  private String plain(List<String> names) {
    String name = next(names);
    while (!name.matches("[A-Z][a-z]+") || WORDS.contains(name.toLowerCase(Locale.ROOT))) {
      name = next(names);
    }
    return name;
  }

  private String next(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
