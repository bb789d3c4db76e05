package dev.lethe.data.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG.
 *
 * @param bare the file without what does not decide about pixels: the JDK would make a color that
 *     is declared transparent a fourth channel
 * @param depth bits of a sample
 * @param colorType as the header numbers it
 */
record PngChunks(byte[] bare, int depth, int colorType) {
  private static final int SIGNATURE = 8;
  private static final int AROUND_DATA = 12; // length, type and checksum
  private static final int DEPTH = 24;
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "IDAT", "IEND");

  /**
   * Reads the chunks. The JDK's decoder fills what is missing at the end of a file with black and
   * looks at no checksum, so that somebody must.
   *
   * @throws IOException if the file is damaged, or ends before the picture does
   */
  static PngChunks of(byte[] content) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    ByteArrayOutputStream bare = new ByteArrayOutputStream(content.length);
    bare.write(content, 0, SIGNATURE);
    String type = "";
    for (int at = SIGNATURE; !type.equals("IEND"); at = bytes.position()) {
      if (at + AROUND_DATA > content.length) {
        throw new IOException("it is cut short");
      }
      long end = at + AROUND_DATA + Integer.toUnsignedLong(bytes.getInt(at));
      type = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (end > content.length) {
        throw new IOException("it is cut short");
      }
      if (at == SIGNATURE && !type.equals("IHDR")) {
        throw new IOException("it is damaged: it does not begin with a header");
      }
      if (NEEDED.contains(type)) {
        requireChecksum(bytes, at, (int) end, type);
        bare.write(content, at, (int) end - at);
      }
      bytes.position((int) end);
    }
    return new PngChunks(bare.toByteArray(), content[DEPTH] & 0xff, content[DEPTH + 1] & 0xff);
  }

  private static void requireChecksum(ByteBuffer bytes, int at, int end, String type)
      throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), at + 4, end - at - 8);
    if ((int) crc.getValue() != bytes.getInt(end - 4)) {
      throw new IOException(
          "it is damaged: the checksum of %s at byte %d is wrong".formatted(type, at));
    }
  }
}
