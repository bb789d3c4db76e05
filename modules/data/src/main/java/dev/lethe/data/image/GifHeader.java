package dev.lethe.data.image;

import java.io.DataInputStream;
import java.io.IOException;

/** The header of the first frame of a GIF. */
final class GifHeader {
  private static final int IMAGE = 0x2c;
  private static final int EXTENSION = 0x21;

  /** A code has at most 12 bits and stands for at most 4096 pixels. */
  private static final double BEST_PACKING = 4096 * 8 / 12.0;

  private GifHeader() {}

  /** Reads a file up to its first frame. */
  static Claim claim(DataInputStream in, long size) throws IOException {
    in.skipNBytes(10);
    skipColors(in, in.readUnsignedByte());
    for (int block = in.readUnsignedByte(); block != IMAGE; block = in.readUnsignedByte()) {
      if (block != EXTENSION) {
        throw new IOException("it is damaged: no frame where one was expected");
      }
      in.skipNBytes(1);
      for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
        in.skipNBytes(length);
      }
    }
    in.skipNBytes(4);
    long width = Short.toUnsignedLong(Short.reverseBytes(in.readShort()));
    long height = Short.toUnsignedLong(Short.reverseBytes(in.readShort()));
    return new Claim(width, height, Claim.perPixel(1, 3), width * height / BEST_PACKING, size);
  }

  private static void skipColors(DataInputStream in, int flags) throws IOException {
    in.skipNBytes(2);
    if ((flags & 0x80) != 0) {
      in.skipNBytes(3L << (flags & 7) + 1);
    }
  }
}
