package dev.lethe.defense.text;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws numbers from 0 to n-1 as a shuffled list read again and again would give them, each pass in
 * a new order, without holding the list: a Fisher-Yates shuffle that notes only what it moved.
 */
final class ShuffledDraws {
  private final long population;
  private final SplittableRandom random;
  private final Map<Long, Long> moved = new HashMap<>();
  private long drawn;

  ShuffledDraws(long population, long seed) {
    this.population = population;
    this.random = new SplittableRandom(seed);
  }

  long next() {
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
