package dev.lethe.tensor.stored;

/**
 * The upper halves of singles. Every bfloat16 is a single exactly, and comes back bit for bit; NaNs
 * keep as much of their payload as there is room for.
 */
final class Bfloat16 {
  private static final int QUIET = 0x40;
  private static final int SINGLE_INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

  private Bfloat16() {}

  /** Returns the bits of the single that a bfloat16 is. */
  static int toSingle(short upper) {
    return upper << Short.SIZE;
  }

  /** Returns the bfloat16 that is nearest to a single, of two equally near ones the even one. */
  static short ofSingle(int single) {
    int upper = single >>> Short.SIZE;
    if ((single & Integer.MAX_VALUE) > SINGLE_INFINITY) {
      boolean cut = (upper & 0x7f) == 0; // its payload lay in the lower half alone
      return (short) (cut ? upper | QUIET : upper);
    }
    return (short) (single + 0x7fff + (upper & 1) >>> Short.SIZE);
  }
}
