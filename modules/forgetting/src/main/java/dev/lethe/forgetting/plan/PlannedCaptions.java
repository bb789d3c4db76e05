package dev.lethe.forgetting.plan;

import dev.lethe.api.data.Captions;
import java.util.List;
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
   * there are; so captions that say the same stay together.
   *
   * @param share of what is said, from 0 to 1; as soon as it is more than 0, at least one is held
   *     out and one is not
   * @param plain puts a caption into plain writing
   */
  static PlannedCaptions divide(
      Captions captions, double share, long seed, UnaryOperator<String> plain) {
    List<String> lines = captions.lines();
    HeldOut<String> divided =
        HeldOut.divide(lines, share, seed, i -> plain.apply(lines.get(i)).hashCode());
    return new PlannedCaptions(divided.training(), divided.heldOut(), captions.contentHash());
  }
}
