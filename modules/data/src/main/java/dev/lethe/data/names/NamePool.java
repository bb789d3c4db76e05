package dev.lethe.data.names;

import dev.lethe.api.LetheException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * First and last names, from which full names are drawn: women's and men's in turn.
 *
 * @param women first names
 * @param men first names
 * @param last last names
 */
record NamePool(List<String> women, List<String> men, List<String> last) {

  /** Copies the lists. */
  NamePool {
    women = List.copyOf(women);
    men = List.copyOf(men);
    last = List.copyOf(last);
  }

  /**
   * Draws distinct full names, as {@link dev.lethe.api.data.NameSource#draw} asks.
   *
   * @throws LetheException if there are not enough
   */
  List<String> draw(int count, long seed, Set<String> excluded) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> taken = new HashSet<>(excluded);
    List<String> drawn = new ArrayList<>(count);
    while (drawn.size() < count) {
      List<String> first = drawn.size() % 2 == 0 ? women : men;
      String name = next(first, random, taken);
      if (name.isEmpty()) {
        throw new LetheException(
            "%d random names were asked for, but after %d there are no more; give longer lists of names or ask for fewer"
                .formatted(count, drawn.size()));
      }
      taken.add(name.toLowerCase(Locale.ROOT));
      drawn.add(name);
    }
    return drawn;
  }

  /** Returns a random free name or, where that one is taken, the next free one in order. */
  private String next(List<String> first, SplittableRandom random, Set<String> taken) {
    long pairs = (long) first.size() * last.size();
    long start = pairs == 0 ? 0 : random.nextLong(pairs);
    for (long i = 0; i < pairs; i++) {
      long pair = (start + i) % pairs;
      String name =
          first.get((int) (pair / last.size())) + " " + last.get((int) (pair % last.size()));
      if (!taken.contains(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
    return "";
  }
}
