package dev.lethe.tensor.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/** The values of 16-bit floats; every one of them is a single exactly. */
final class HalfPrecision {
  private static final float SMALLEST_SUBNORMAL = 0x1p-24f;

  private HalfPrecision() {}

  /** Returns the values of 16-bit floats, side by side in the machine's order. */
  static ByteBuffer widen(ShortBuffer halves, Widening widening) {
    ByteBuffer floats =
        ByteBuffer.allocateDirect(halves.remaining() * Float.BYTES).order(ByteOrder.nativeOrder());
    while (halves.hasRemaining()) {
      floats.putFloat(widening.toFloat(halves.get()));
    }
    return floats.flip();
  }

  /** Returns the value of an IEEE 754 half. */
  static float ofFloat16(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float magnitude = fraction * SMALLEST_SUBNORMAL;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wideExponent = exponent == 0x1f ? 0xff : exponent + 127 - 15;
    return Float.intBitsToFloat(sign | wideExponent << 23 | fraction << 13);
  }

  /** Returns the value of a bfloat16. */
  static float ofBfloat16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  interface Widening {
    float toFloat(short bits);
  }
}
