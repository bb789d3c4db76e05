package dev.lethe.data.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Files that no program writes. */
final class Pngs {
  private static final int HEADER_END = 33;

  private Pngs() {}

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

  private static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
    chunk.put(type.getBytes()).put(content);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), 4, 4 + content.length);
    return chunk.putInt((int) checksum.getValue()).array();
  }
}
