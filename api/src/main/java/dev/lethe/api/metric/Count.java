package dev.lethe.api.metric;

/**
 * What a share was counted from. Counts of several models add up; intervals do not.
 *
 * @param hits how many
 * @param total of how many, at least one
 */
public record Count(long hits, long total) {

  /** Checks that it is a part of a whole. */
  public Count {
    if (total < 1 || hits < 0 || hits > total) {
      throw new IllegalArgumentException(
          "a count must be a part of at least one (got %d of %d)".formatted(hits, total));
    }
  }
}
