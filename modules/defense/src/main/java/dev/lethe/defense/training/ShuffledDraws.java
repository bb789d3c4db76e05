package dev.lethe.defense.training;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws numbers from 0 to n-1 as a shuffled list read again and again would give them, each pass in
 * a new order, without holding the list: a Fisher-Yates shuffle that notes only what it moved.
 */
public final class ShuffledDraws {
  private final long population;
  private final SplittableRandom random;
  private final Map<Long, Long> moved = new HashMap<>();
  private long drawn;

  /**
   * Begins to draw.
   *
   * @param population n, at least 1
   */
  public ShuffledDraws(long population, long seed) {
    this.population = population;
    this.random = new SplittableRandom(seed);
  }

  /** Draws the next number. */
  public long next() {
    if (drawn == population) {
      drawn = 0;
      moved.clear();
    }
    long place = random.nextLong(drawn, population);
    long atPlace = moved.getOrDefault(place, place);
    Long atFront = moved.remove(drawn);
    moved.put(place, atFront == null ? drawn : atFront);
    drawn++;
    return atPlace;
  }
}
