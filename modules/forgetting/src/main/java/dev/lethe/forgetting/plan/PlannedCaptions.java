package dev.lethe.forgetting.plan;

import dev.lethe.api.data.Captions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Captions, divided into those that a defense trains on and those that are held out for measures of
 * what it left as it was. Both keep the order of the source.
 *
 * @param training may be empty only where there are no captions
 * @param heldOut says nothing that the others say
 * @param contentHash of the source
 */
public record PlannedCaptions(List<String> training, List<String> heldOut, String contentHash) {

  /** Copies the lists. */
  public PlannedCaptions {
    training = List.copyOf(training);
    heldOut = List.copyOf(heldOut);
  }

  /** Returns how many captions there are in all. */
  int size() {
    return training.size() + heldOut.size();
  }

  /**
   * Divides captions. Each draws a number by the seed and what it says, whatever other captions
   * there are, and those with the smallest are held out; so captions that say the same stay
   * together.
   *
   * @param share of what is said, from 0 to 1; as soon as it is more than 0, at least one is held
   *     out and one is not
   * @param plain puts a caption into plain writing
   */
  static PlannedCaptions divide(
      Captions captions, double share, long seed, UnaryOperator<String> plain) {
    long[] drawn =
        captions.lines().stream()
            .mapToLong(line -> new SplittableRandom(seed + plain.apply(line).hashCode()).nextLong())
            .toArray();
    long[] distinct = Arrays.stream(drawn).distinct().sorted().toArray();
    int wanted = share == 0 ? 0 : Math.max(1, (int) Math.round(share * distinct.length));
    int held = Math.min(wanted, distinct.length - 1);
    List<String> training = new ArrayList<>();
    List<String> heldOut = new ArrayList<>();
    for (int i = 0; i < drawn.length; i++) {
      boolean isHeldOut = held > 0 && drawn[i] <= distinct[held - 1];
      (isHeldOut ? heldOut : training).add(captions.lines().get(i));
    }
    return new PlannedCaptions(training, heldOut, captions.contentHash());
  }
}
