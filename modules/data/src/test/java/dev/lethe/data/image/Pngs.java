package dev.lethe.data.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Files that no program writes, or that are too large to be drawn. */
public final class Pngs {
  private static final int HEADER_END = 33;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Pngs() {}

  /** Returns a black picture, which is small on the disk and large in memory. */
  public static byte[] black(int width, int height, int depth, int colorType) throws IOException {
    int channels = new int[] {1, 0, 3, 1, 2, 0, 4}[colorType];
    byte[] row = new byte[1 + (width * channels * depth + 7) / 8];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
      for (int y = 0; y < height; y++) {
        rows.write(row);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(SIGNATURE);
    out.write(chunk("IHDR", header(width, height, depth, colorType)));
    out.write(chunk("IDAT", packed.toByteArray()));
    out.write(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  /** Returns a picture that claims other sides, with a right checksum. */
  static byte[] claiming(byte[] png, int width, int height) {
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 checksum = new CRC32();
    checksum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
    return png;
  }

  /** Returns a picture of the same header, whole and with right checksums, but of two rows only. */
  static byte[] withoutLastRows(byte[] png) throws IOException {
    int width = ByteBuffer.wrap(png).getInt(16);
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try (DeflaterOutputStream packed = new DeflaterOutputStream(rows)) {
      packed.write(new byte[2 * (1 + 3 * width)]);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, HEADER_END);
    out.write(chunk("IDAT", rows.toByteArray()));
    out.write(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  private static byte[] header(int width, int height, int depth, int colorType) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    return header.put((byte) depth).put((byte) colorType).array();
  }

  private static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
    chunk.put(type.getBytes()).put(content);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), 4, 4 + content.length);
    return chunk.putInt((int) checksum.getValue()).array();
  }
}
