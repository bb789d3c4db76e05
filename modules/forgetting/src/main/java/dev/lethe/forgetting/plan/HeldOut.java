package dev.lethe.forgetting.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Data, divided into those that a defense trains on and those that are held out for measures of
 * what it left as it was. Both keep the order of the source.
 *
 * @param training may be empty only where there are no data
 * @param heldOut the others
 */
record HeldOut<T>(List<T> training, List<T> heldOut) {

  /** Copies the lists. */
  HeldOut {
    training = List.copyOf(training);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * Divides data. Each draws a number by the seed and what it is, and those with the smallest are
   * held out; so what is the same stays together.
   *
   * @param share of what is different, from 0 to 1; as soon as it is more than 0, at least one is
   *     held out and one is not
   * @param identity says by an index what stands there
   */
  static <T> HeldOut<T> divide(List<T> all, double share, long seed, IntToLongFunction identity) {
    if (share == 0) {
      return new HeldOut<>(all, List.of());
    }
    long[] drawn =
        IntStream.range(0, all.size())
            .mapToLong(i -> new SplittableRandom(seed + identity.applyAsLong(i)).nextLong())
            .toArray();
    long[] distinct = Arrays.stream(drawn).distinct().sorted().toArray();
    int held =
        Math.min(Math.max(1, (int) Math.round(share * distinct.length)), distinct.length - 1);
    List<T> training = new ArrayList<>();
    List<T> heldOut = new ArrayList<>();
    for (int i = 0; i < drawn.length; i++) {
      boolean isHeldOut = held > 0 && drawn[i] <= distinct[held - 1];
      (isHeldOut ? heldOut : training).add(all.get(i));
    }
    return new HeldOut<>(training, heldOut);
  }
}
