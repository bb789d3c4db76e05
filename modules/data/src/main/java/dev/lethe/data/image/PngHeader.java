package dev.lethe.data.image;

import java.io.DataInputStream;
import java.io.IOException;

/** The header of a PNG. */
final class PngHeader {
  /** Deflate packs at most 258 bytes into two bits. */
  private static final double BEST_PACKING = 1032;

  private PngHeader() {}

  /** Reads the header that every PNG begins with. */
  static Claim claim(DataInputStream in, long size) throws IOException {
    in.skipNBytes(16);
    long width = Integer.toUnsignedLong(in.readInt());
    long height = Integer.toUnsignedLong(in.readInt());
    int depth = in.readUnsignedByte();
    int channels =
        switch (in.readUnsignedByte()) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1; // greys and palettes
        };
    double bytes = channels * depth / 8.0;
    double decoded = channels < 3 ? bytes : 2 * channels; // two arrays of 8 bits, or one of 16
    return new Claim(
        width,
        height,
        Claim.perPixel(decoded, channels % 2 == 0 ? 4 : 3),
        width * height * bytes / BEST_PACKING,
        size);
  }
}
