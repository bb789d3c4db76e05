package dev.lethe.tensor.memory;

import dev.lethe.api.LetheException;
import dev.lethe.api.settings.ByteSize;

/**
 * How much of something is worked through at a time. Chunks give what the whole would give, up to
 * rounding.
 *
 * @param what names the work in a message, such as {@code this training}
 * @param standing bytes that are taken however little is worked through at a time
 * @param each bytes for each unit (a token, a picture, a name) of a chunk
 * @param smallest the fewest units that can be worked through at a time, at least 1
 */
public record ChunkSize(String what, long standing, long each, int smallest) {

  /** Returns the memory that the smallest chunk needs. */
  public ByteSize least() {
    return new ByteSize(standing + smallest * each);
  }

  /**
   * Chooses the size: {@code largest}, halved until it fits. Halving makes the choice, and with it
   * the bits of the result, the same where a little more or less memory is free.
   *
   * @param memory what may be taken, {@code standing} included
   * @param largest where more makes nothing faster
   * @return how many units to work through at a time, at least {@code smallest}
   * @throws LetheException if not even the smallest chunk fits
   */
  public int units(ByteSize memory, int largest) {
    long left = memory.bytes() - standing;
    int units = Math.max(largest, smallest);
    while (units > smallest && units * each > left) {
      units = Math.max(smallest, units / 2);
    }
    if (memory.compareTo(least()) < 0) {
      throw new LetheException(
          "expected %s of memory for %s, found %s: raise max-memory or use a machine or device with more"
              .formatted(least(), what, memory));
    }
    return units;
  }
}
