package dev.lethe.tensor.stored;

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

  /** Returns the type of this name in the safetensors format. */
  public static Optional<StoredType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
