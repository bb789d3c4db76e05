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
   * @throws LetheException if the source has too few
   */
  default List<String> draw(int count, long seed, Set<String> excluded, Predicate<String> wanted) {
    List<String> kept = new ArrayList<>();
    int drawn = 0;
    while (kept.size() < count) {
      int more = drawn + count - kept.size();
      draw(more, seed, excluded).subList(drawn, more).stream().filter(wanted).forEach(kept::add);
      drawn = more;
    }
    return kept;
  }
}
