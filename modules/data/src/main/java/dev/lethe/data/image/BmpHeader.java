package dev.lethe.data.image;

import java.io.DataInputStream;
import java.io.IOException;

/** The header of a BMP. */
final class BmpHeader {
  private static final int OLD = 12;
  private static final int RUN_LENGTHS_OF_BYTES = 1;
  private static final int RUN_LENGTHS_OF_HALVES = 2;
  private static final int MASKS = 3;

  /** A run takes two bytes and has at most 255 pixels. */
  private static final double BEST_PACKING = 255 / 2.0;

  private BmpHeader() {}

  /**
   * Reads the header.
   *
   * @throws IOException if it is cut short, or the file holds a picture of another format
   */
  static Claim claim(DataInputStream in, long size) throws IOException {
    in.skipNBytes(14);
    if (littleInt(in) == OLD) {
      long width = littleShort(in);
      long height = littleShort(in);
      in.skipNBytes(2);
      return claim(width, height, littleShort(in), 0, size);
    }
    long width = littleInt(in);
    long height = Math.abs((long) littleInt(in)); // negative where the first row is the upper one
    in.skipNBytes(2);
    return claim(width, height, littleShort(in), littleInt(in), size);
  }

  private static Claim claim(long width, long height, int bits, int packing, long size)
      throws IOException {
    if (packing < 0 || packing > MASKS) {
      throw new IOException("expected a BMP with pixels, found another format within it");
    }
    boolean runs = packing == RUN_LENGTHS_OF_BYTES || packing == RUN_LENGTHS_OF_HALVES;
    double pixels = (double) width * height;
    double decoded = runs ? 2 : bits / 8.0;
    double least = runs ? pixels / BEST_PACKING : pixels * bits / 8;
    return new Claim(width, height, Claim.perPixel(decoded, 4), least, size);
  }

  private static int littleInt(DataInputStream in) throws IOException {
    return Integer.reverseBytes(in.readInt());
  }

  private static int littleShort(DataInputStream in) throws IOException {
    return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
  }
}
