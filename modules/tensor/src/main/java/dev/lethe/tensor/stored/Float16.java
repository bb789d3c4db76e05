package dev.lethe.tensor.stored;

/**
 * IEEE 754 halves as the bits of singles and back. Every half is a single exactly, and comes back
 * bit for bit; NaNs keep as much of their payload as there is room for.
 */
final class Float16 {
  private static final int SIGN = 0x8000;
  private static final int INFINITY = 0x7c00;
  private static final int FRACTION = 0x3ff;
  private static final int QUIET = 0x200;

  /** How many bits of a single's fraction a half does not have. */
  private static final int DROPPED = 13;

  /** What the exponents of singles and halves of the same value differ by, as a single's bits. */
  private static final int BIAS = 127 - 15 << 23;

  private static final float SMALLEST_SUBNORMAL = 0x1p-24f;
  private static final int SMALLEST_NORMAL = Float.floatToRawIntBits(0x1p-14f);
  private static final int BEYOND = Float.floatToRawIntBits(0x1p16f);
  private static final int SINGLE_INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

  private Float16() {}

  /** Returns the bits of the single that a half is. */
  static int toSingle(short half) {
    int sign = (half & SIGN) << 16;
    int magnitude = half & ~SIGN & 0xffff;
    if (magnitude >= INFINITY) {
      return sign | SINGLE_INFINITY | (magnitude & FRACTION) << DROPPED;
    }
    if (magnitude <= FRACTION) {
      return sign | Float.floatToRawIntBits(magnitude * SMALLEST_SUBNORMAL);
    }
    return sign | (magnitude << DROPPED) + BIAS;
  }

  /** Returns the half that is nearest to a single, of two equally near ones the even one. */
  static short ofSingle(int single) {
    int sign = single >>> 16 & SIGN;
    int magnitude = single & Integer.MAX_VALUE;
    if (magnitude > SINGLE_INFINITY) {
      int payload = magnitude >> DROPPED & FRACTION;
      return (short) (sign | INFINITY | (payload == 0 ? QUIET : payload));
    }
    if (magnitude >= BEYOND) {
      return (short) (sign | INFINITY);
    }
    if (magnitude < SMALLEST_NORMAL) {
      double steps = Float.intBitsToFloat(magnitude) / SMALLEST_SUBNORMAL;
      return (short) (sign | (int) Math.rint(steps));
    }
    int odd = magnitude >> DROPPED & 1;
    int rounded = magnitude - BIAS + (1 << DROPPED - 1) - 1 + odd;
    return (short) (sign | rounded >> DROPPED); // a carry makes the next exponent, or infinity
  }
}
