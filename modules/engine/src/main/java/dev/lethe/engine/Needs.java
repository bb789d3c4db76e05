package dev.lethe.engine;

import dev.lethe.api.settings.ByteSize;
import org.jspecify.annotations.Nullable;

/**
 * What a run will need, roughly, as far as its methods say what they cost.
 *
 * @param seconds on all cores of this machine's processor, or null where nobody can tell
 * @param memory at most at a time, or null where nobody can tell
 */
public record Needs(@Nullable Double seconds, @Nullable ByteSize memory) {

  /** Returns needs of which nothing is known. */
  public static Needs unknown() {
    return new Needs(null, null);
  }
}
