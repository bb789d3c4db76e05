package dev.lethe.data.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The chunks of a WebP (RFC 9649).
 *
 * @param bare the file without what does not decide about pixels: color profiles and other metadata
 * @param width pixels in a row
 * @param height rows
 * @param isLossy whether its first picture is packed as the frames of VP8 are
 * @param isTransparent whether each pixel has an opacity
 */
record WebPChunks(byte[] bare, int width, int height, boolean isLossy, boolean isTransparent) {
  private static final int RIFF = 12;
  private static final int HEADER = 8;
  private static final int FRAME = 16;
  private static final int ANIMATION = 0x02;
  private static final int ALPHA = 0x10;
  private static final int OPACITY = 0x10;
  private static final Set<String> NEEDED = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF");

  /**
   * Reads the chunks. The pictures within must be as large as the file says, since the decoder
   * takes memory for those.
   *
   * @throws IOException if the file is damaged, or cut short
   */
  static WebPChunks of(byte[] content) throws IOException {
    return new Reading(content).read();
  }

  private static final class Reading {
    private final ByteBuffer bytes;
    private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
    private int width;
    private int height;
    private boolean isLossy;
    private boolean isTransparent;
    private boolean isWhole;

    Reading(byte[] content) {
      bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    WebPChunks read() throws IOException {
      require(RIFF + HEADER);
      long end = HEADER + Integer.toUnsignedLong(bytes.getInt(4));
      if (end > bytes.capacity()) {
        throw new IOException("it is cut short");
      }
      bytes.limit((int) end);
      for (int at = RIFF; at + HEADER <= end && !isWhole; at = next(at)) {
        chunk(at);
      }
      if (!isWhole) {
        throw new IOException("it is damaged: it holds no picture");
      }
      byte[] body = bare.toByteArray();
      byte[] whole = new byte[RIFF + body.length];
      System.arraycopy(bytes.array(), 0, whole, 0, RIFF);
      ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - HEADER);
      System.arraycopy(body, 0, whole, RIFF, body.length);
      return new WebPChunks(whole, width, height, isLossy, isTransparent);
    }

    private void chunk(int at) throws IOException {
      String type = type(at);
      if (type.equals("VP8X") && at == RIFF) {
        extended(at);
      } else if (NEEDED.contains(type)) {
        bare.write(bytes.array(), at, next(at) - at);
        if (type.equals("ANMF")) {
          frame(at);
        } else if (type.startsWith("VP8")) {
          picture(at);
        }
      }
    }

    private void extended(int at) throws IOException {
      require(at + HEADER + 10);
      int flags = bytes.get(at + HEADER);
      width = WebPHeader.canvas(bytes, at + HEADER + 4);
      height = WebPHeader.canvas(bytes, at + HEADER + 7);
      isTransparent = (flags & ALPHA) != 0;
      byte[] chunk = new byte[HEADER + 10];
      bytes.get(at, chunk);
      chunk[HEADER] = (byte) (flags & (ANIMATION | ALPHA));
      ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 10);
      bare.writeBytes(chunk);
    }

    /** Reads the first frame, which is all that is shown. */
    private void frame(int at) throws IOException {
      int end = next(at);
      require(at + HEADER + FRAME);
      int frame = at + HEADER;
      if (WebPHeader.canvas(bytes, frame + 6) != width
          || WebPHeader.canvas(bytes, frame + 9) != height) {
        throw new IOException(
            "expected a first frame as large as the picture, found a smaller one");
      }
      for (int in = at + HEADER + FRAME; in + HEADER <= end && !isWhole; in = next(in)) {
        if (type(in).startsWith("VP8")) {
          picture(in);
        }
      }
    }

    private void picture(int at) throws IOException {
      isLossy = type(at).equals("VP8 ");
      require(at + HEADER + (isLossy ? 10 : 5));
      int content = at + HEADER;
      int[] size = isLossy ? WebPHeader.lossy(bytes, content) : WebPHeader.lossless(bytes, content);
      if (width == 0) {
        width = size[0];
        height = size[1];
        isTransparent = !isLossy && (bytes.get(content + 4) & OPACITY) != 0;
      } else if (width != size[0] || height != size[1]) {
        throw new IOException(
            "it is damaged: expected %d x %d pixels by its header, found %d x %d"
                .formatted(width, height, size[0], size[1]));
      }
      isWhole = true;
    }

    private String type(int at) {
      return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    private int next(int at) throws IOException {
      long length = Integer.toUnsignedLong(bytes.getInt(at + 4));
      long end = at + HEADER + length + (length & 1);
      if (end - (length & 1) > bytes.limit()) {
        throw new IOException("it is cut short");
      }
      return (int) Math.min(end, bytes.limit());
    }

    private void require(int end) throws IOException {
      if (end > bytes.limit()) {
        throw new IOException("it is cut short");
      }
    }
  }
}
