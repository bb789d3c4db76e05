package dev.lethe.demo.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which pictures a step sees: every picture once in an epoch, in an order that seed and epoch
 * decide. What does not fill a batch at the end of an epoch is left out.
 */
final class Epochs {
  private final List<List<String>> captions;
  private final int batch;
  private final long seed;

  /** A batch larger than the set is the whole set. */
  Epochs(List<List<String>> captions, int batch, long seed) {
    this.captions = captions;
    this.batch = Math.min(batch, captions.size());
    this.seed = seed;
  }

  int stepsPerEpoch() {
    return captions.size() / batch;
  }

  /** Returns the pictures of a step, counted from 0, each with one of its captions. */
  List<Sample> step(int step) {
    int[] order = order(step / stepsPerEpoch());
    int first = step % stepsPerEpoch() * batch;
    SplittableRandom random = new SplittableRandom(seed ^ ~(long) step);
    return Arrays.stream(order, first, first + batch)
        .mapToObj(picture -> new Sample(picture, choose(captions.get(picture), random)))
        .toList();
  }

  private int[] order(int epoch) {
    SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (epoch + 1));
    int[] order = new int[captions.size()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static String choose(List<String> captions, SplittableRandom random) {
    return captions.get(random.nextInt(captions.size()));
  }

  /** A picture, by its index, and what is said of it. */
  record Sample(int picture, String caption) {}
}
