package dev.lethe.api.data;

import dev.lethe.api.LetheException;
import java.util.List;
import java.util.Set;
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
}
