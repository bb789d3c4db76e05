package dev.lethe.tensor.train;

import dev.lethe.api.LetheException;
import dev.lethe.api.settings.ByteSize;

/**
 * How much of a batch is computed at a time. The parts' gradients add up to those of the whole
 * batch, so this changes nothing but rounding.
 *
 * @param standing bytes that a training needs whatever the batch: parameters, gradients, moments
 * @param each bytes for each unit of a batch (a token, a picture) until its gradient is known
 * @param smallest the fewest units that can be computed at a time: those of the longest sample
 */
public record MicroBatch(long standing, long each, int smallest) {
  /** The Java virtual machine, PyTorch, and what the allocator cannot use again. */
  private static final long RUNTIME = 700L << 20;

  /**
   * Chooses the size: {@code largest}, halved until it fits. Halving makes the choice, and with it
   * the bits of the result, the same where a little more or less memory is free.
   *
   * @param memory what the training may take
   * @param largest where more makes nothing faster
   * @return how many units to compute at a time
   * @throws LetheException if not even one sample fits
   */
  public int units(ByteSize memory, int largest) {
    long left = memory.bytes() - RUNTIME - standing;
    int units = Math.max(largest, smallest);
    while (units > smallest && units * each > left) {
      units = Math.max(smallest, units / 2);
    }
    if (units * each > left) {
      throw new LetheException(
          "expected %s of memory for this training, found %s: raise max-memory or use a machine or device with more"
              .formatted(new ByteSize(RUNTIME + standing + units * each), memory));
    }
    return units;
  }
}
