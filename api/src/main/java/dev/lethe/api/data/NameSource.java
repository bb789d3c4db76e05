package dev.lethe.api.data;

import dev.lethe.api.LetheException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ConsumerType;

/** Where random full names come from, to stand beside the people under test. */
@ConsumerType
public interface NameSource {

  /** After so many names in a row that fail a test, none can be expected that passes it. */
  int PATIENCE = 1000;

  /**
   * Draws distinct names in title case, as many women's as men's; a smaller count is a prefix of a
   * larger one.
   *
   * @param count at least 0
   * @param seed the same seed gives the same names
   * @param excluded names, in lower case, that must not be drawn
   * @throws LetheException if the source has too few
   */
  List<String> draw(int count, long seed, Set<String> excluded);

  /**
   * Draws as {@link #draw(int, long, Set)} does, and passes over the names that fail a test.
   *
   * @param wanted is asked once for each name, in the order they are drawn, and may remember
   * @throws LetheException if the source has too few, or {@value #PATIENCE} in a row fail the test
   */
  default List<String> draw(int count, long seed, Set<String> excluded, Predicate<String> wanted) {
    List<String> kept = new ArrayList<>();
    int drawn = 0;
    int failed = 0;
    while (kept.size() < count) {
      int more = drawn + count - kept.size();
      for (String name : draw(more, seed, excluded).subList(drawn, more)) {
        if (wanted.test(name)) {
          kept.add(name);
          failed = 0;
        } else if (++failed == PATIENCE) {
          throw new LetheException(
              "%d random names were asked for, but after %d there were %d in a row that cannot be used; take another source of names or ask for fewer"
                  .formatted(count, kept.size(), PATIENCE));
        }
      }
      drawn = more;
    }
    return kept;
  }
}
