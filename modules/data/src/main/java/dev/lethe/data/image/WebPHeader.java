package dev.lethe.data.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The header of a WebP (RFC 9649). */
final class WebPHeader {
  private static final int TYPE = 12;
  private static final int CONTENT = 20;
  private static final int LENGTH = 30;

  /** Samples, and what their transforms or color differences take beside them. */
  private static final double DECODED = 12;

  private WebPHeader() {}

  /**
   * Reads what the header claims. How few bytes can hold it is not known: a picture of one color
   * takes none for a pixel.
   */
  static Claim claim(DataInputStream in, long size) throws IOException {
    byte[] begin = new byte[LENGTH];
    in.readFully(begin);
    ByteBuffer bytes = ByteBuffer.wrap(begin).order(ByteOrder.LITTLE_ENDIAN);
    int[] pixels =
        switch (new String(begin, TYPE, 4, StandardCharsets.ISO_8859_1)) {
          case "VP8 " -> lossy(bytes, CONTENT);
          case "VP8L" -> lossless(bytes, CONTENT);
          case "VP8X" -> new int[] {canvas(bytes, CONTENT + 4), canvas(bytes, CONTENT + 7)};
          default -> throw new IOException("it is damaged: it begins with no picture");
        };
    return new Claim(pixels[0], pixels[1], Claim.perPixel(DECODED, 4), 0, size);
  }

  /** Returns width and height of a frame of VP8. */
  static int[] lossy(ByteBuffer bytes, int at) {
    return new int[] {bytes.getShort(at + 6) & 0x3fff, bytes.getShort(at + 8) & 0x3fff};
  }

  /** Returns width and height of a lossless picture. */
  static int[] lossless(ByteBuffer bytes, int at) {
    int bits = bytes.getInt(at + 1);
    return new int[] {1 + (bits & 0x3fff), 1 + (bits >>> 14 & 0x3fff)};
  }

  /** Returns a width or height that stands in three bytes, one less than it is. */
  static int canvas(ByteBuffer bytes, int at) {
    return 1 + (bytes.getShort(at) & 0xffff | (bytes.get(at + 2) & 0xff) << 16);
  }
}
