package dev.lethe.tensor.pickle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The operations of a pickle and their operands, one after the other. */
final class PickleInput {
  private final ByteBuffer bytes;

  /** Creates an input of bytes in little-endian order. */
  PickleInput(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  int position() {
    return bytes.position();
  }

  int unsignedByte() {
    return Byte.toUnsignedInt(require(1).get());
  }

  int unsignedShort() {
    return Short.toUnsignedInt(require(Short.BYTES).getShort());
  }

  int integer() {
    return require(Integer.BYTES).getInt();
  }

  /** Returns a length of 64 bits. */
  int longLength() {
    long length = require(Long.BYTES).getLong();
    if (length < 0 || length > bytes.remaining()) {
      throw new RefusedException("its pickle ends at byte %d, within an operation", bytes.limit());
    }
    return (int) length;
  }

  void skip(int length) {
    require(length).position(bytes.position() + length);
  }

  /** Floats alone are in big-endian order. */
  double bigEndianDouble() {
    return Double.longBitsToDouble(Long.reverseBytes(require(Double.BYTES).getLong()));
  }

  /** Returns a number of which the length is given, in two's complement. */
  long number(int length) {
    if (length > Long.BYTES) {
      throw new RefusedException("a number of %d bytes is too large", length);
    }
    long value = 0;
    require(length);
    for (int i = 0; i < length; i++) {
      value |= Byte.toUnsignedLong(bytes.get()) << Byte.SIZE * i;
    }
    int unused = Long.SIZE - Byte.SIZE * length;
    return length == 0 ? 0 : value << unused >> unused;
  }

  String text(int length) {
    ByteBuffer text = require(length).slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException("a text before byte %d is not UTF-8", bytes.position());
    }
  }

  /** Returns the text before the next line feed. */
  String line() {
    int length = 0;
    while (length < bytes.remaining() && bytes.get(bytes.position() + length) != '\n') {
      length++;
    }
    String line = text(length);
    skip(1);
    return line;
  }

  private ByteBuffer require(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new RefusedException("its pickle ends at byte %d, within an operation", bytes.limit());
    }
    return bytes;
  }
}
