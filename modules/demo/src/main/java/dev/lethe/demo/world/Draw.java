package dev.lethe.demo.world;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random draws for one purpose. Everything here is exact arithmetic, so that a seed gives the same
 * world on every machine.
 */
final class Draw {
  private final SplittableRandom random;

  private Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * Starts the draws of one purpose. They do not depend on what was drawn for any other, so that a
   * world with more people has the same first people.
   */
  static Draw of(long seed, String purpose, long... indices) {
    long hash = seed * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < purpose.length(); i++) {
      hash = (hash ^ purpose.charAt(i)) * 0x100000001B3L;
    }
    for (long index : indices) {
      hash = (hash ^ index) * 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 31;
    }
    return new Draw(hash);
  }

  /** Returns a number in [low, high). */
  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Returns a number around 0 with the given deviation: the sum of three uniform ones. */
  double around(double deviation) {
    return (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2 * deviation;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  long seed() {
    return random.nextLong();
  }

  <T> T from(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  <T> T from(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
