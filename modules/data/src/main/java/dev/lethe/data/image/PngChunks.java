package dev.lethe.data.image;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The chunks of a PNG. The JDK's decoder fills what is missing at the end of a file with black, so
 * somebody must count.
 */
final class PngChunks {
  private static final int SIGNATURE = 8;
  private static final int AROUND_DATA = 12; // length, type and checksum
  private static final int IEND = 0x49454e44;

  private PngChunks() {}

  /**
   * Requires that no chunk before the last is cut short.
   *
   * @throws IOException if the file ends before the picture does
   */
  static void requireWhole(byte[] content) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    long at = SIGNATURE;
    while (at + 8 <= content.length) {
      long length = Integer.toUnsignedLong(bytes.getInt((int) at));
      if (bytes.getInt((int) at + 4) == IEND) {
        return;
      }
      at += length + AROUND_DATA;
    }
    throw new IOException("it is cut short");
  }
}
