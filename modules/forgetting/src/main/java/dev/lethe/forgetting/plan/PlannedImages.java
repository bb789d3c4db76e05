package dev.lethe.forgetting.plan;

import dev.lethe.api.data.Images;
import dev.lethe.api.data.Images.Captioned;
import java.util.List;

/**
 * Ordinary pictures, divided into those that a defense trains on and those that are held out for
 * measures of what it left as it was. Both keep the order of the source.
 *
 * @param training at least one
 * @param heldOut the others
 * @param contentHash of the source
 */
public record PlannedImages(List<Captioned> training, List<Captioned> heldOut, String contentHash) {

  /** Copies the lists. */
  public PlannedImages {
    training = List.copyOf(training);
    heldOut = List.copyOf(heldOut);
  }

  /** Returns how many pictures there are in all. */
  int size() {
    return training.size() + heldOut.size();
  }

  /**
   * Divides pictures. Each draws a number by the seed and its place among the others: to compare
   * what they show, all would have to be read once more.
   *
   * @param share from 0 to 1; as soon as it is more than 0, at least one is held out and one is not
   */
  static PlannedImages divide(Images images, double share, long seed) {
    HeldOut<Captioned> divided = HeldOut.divide(images.images(), share, seed, i -> i);
    return new PlannedImages(divided.training(), divided.heldOut(), images.contentHash());
  }
}
