package dev.lethe.tensor.safetensors;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How the values of a tensor are stored in a file. */
public enum StoredType {
  /** Truth values. */
  BOOL(1),
  /** Unsigned bytes. */
  U8(1),
  /** Bytes. */
  I8(1),
  /** Eight-bit floats with five exponent bits. */
  F8_E5M2(1),
  /** Eight-bit floats with four exponent bits. */
  F8_E4M3(1),
  /** Short integers. */
  I16(2),
  /** Unsigned short integers. */
  U16(2),
  /** IEEE 754 half precision. */
  F16(2),
  /** The upper half of an IEEE 754 single. */
  BF16(2),
  /** Integers. */
  I32(4),
  /** Unsigned integers. */
  U32(4),
  /** IEEE 754 single precision. */
  F32(4),
  /** IEEE 754 double precision. */
  F64(8),
  /** Long integers. */
  I64(8),
  /** Unsigned long integers. */
  U64(8);

  private final int bytes;

  StoredType(int bytes) {
    this.bytes = bytes;
  }

  /** Returns the size of a value. */
  public int bytes() {
    return bytes;
  }

  /**
   * Returns stored floats as singles, which hold halves and bfloat16 exactly.
   *
   * @param stored values in little-endian order; singles are returned as they are, not copied
   * @throws IllegalArgumentException if values of this type are no such floats
   */
  public ByteBuffer singles(ByteBuffer stored) {
    return switch (this) {
      case F32 -> stored;
      case F16 -> HalfPrecision.widen(stored.asShortBuffer(), HalfPrecision::ofFloat16);
      case BF16 -> HalfPrecision.widen(stored.asShortBuffer(), HalfPrecision::ofBfloat16);
      default ->
          throw new IllegalArgumentException(
              "stored as %s, expected F32, F16 or BF16".formatted(this));
    };
  }

  static Optional<StoredType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
