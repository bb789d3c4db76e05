package dev.lethe.demo.world;

import dev.lethe.api.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Writes pictures as PNG (RFC 2083) without compression: what a compressor writes depends on the
 * zlib of the machine, and the bytes of the world must not.
 */
final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int MAX_STORED = 65_535;

  private PngWriter() {}

  static byte[] write(RgbImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(image.width()).putInt(image.height());
    chunk(out, "IHDR", header.put((byte) 8).put((byte) 2).array());
    chunk(out, "IDAT", stored(scanLines(image)));
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  /** Puts filter type 0, none, before every row. */
  private static byte[] scanLines(RgbImage image) {
    int row = image.width() * 3;
    byte[] lines = new byte[(row + 1) * image.height()];
    for (int y = 0; y < image.height(); y++) {
      System.arraycopy(image.rgb(), y * row, lines, y * (row + 1) + 1, row);
    }
    return lines;
  }

  /** Wraps data as a zlib stream of stored blocks (RFC 1950, RFC 1951 section 3.2.4). */
  private static byte[] stored(byte[] data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(0x7801);
    for (int at = 0; at < data.length; at += MAX_STORED) {
      int length = Math.min(MAX_STORED, data.length - at);
      out.writeByte(at + length == data.length ? 1 : 0);
      out.writeShort(Short.reverseBytes((short) length));
      out.writeShort(Short.reverseBytes((short) ~length));
      out.write(data, at, length);
    }
    Adler32 check = new Adler32();
    check.update(data);
    out.writeInt((int) check.getValue());
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    CRC32 check = new CRC32();
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    check.update(name);
    check.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) check.getValue());
  }
}
