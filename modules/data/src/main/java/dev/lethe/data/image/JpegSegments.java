package dev.lethe.data.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * What surrounds the picture in a JPEG.
 *
 * @param bare the file without comments and application data: neither decides about pixels, but a
 *     damaged profile or a preview makes the JDK's decoder give up
 * @param jfif whether there is a JFIF segment
 * @param adobe the color transform of the Adobe segment, or -1 where there is none
 * @param components the identifiers of the components, as many as there are
 */
record JpegSegments(byte[] bare, boolean jfif, int adobe, String components) {
  private static final int MOST_SCANS = 100;
  private static final int RST0 = 0xd0;
  private static final int RST7 = 0xd7;
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COM = 0xfe;

  /**
   * Reads the segments up to the first scan.
   *
   * @throws IOException if the file is cut short or is no JPEG
   */
  static JpegSegments of(byte[] content) throws IOException {
    ByteArrayOutputStream bare = new ByteArrayOutputStream(content.length);
    bare.write(0xff);
    bare.write(SOI);
    boolean jfif = false;
    int adobe = -1;
    String components = "";
    int at = 2;
    while (true) {
      while (byteAt(content, at) == 0xff && byteAt(content, at + 1) == 0xff) {
        at++; // fill bytes
      }
      int marker = byteAt(content, at + 1);
      if (byteAt(content, at) != 0xff || marker == EOI) {
        throw new IOException("it is damaged: no JPEG marker at byte " + at);
      }
      if (marker == SOS) {
        requireEnd(content, at);
        requireFewScans(content, at);
        bare.write(content, at, content.length - at);
        return new JpegSegments(bare.toByteArray(), jfif, adobe, components);
      }
      int length = byteAt(content, at + 2) << 8 | byteAt(content, at + 3);
      int end = at + 2 + length;
      byteAt(content, end);
      jfif |= marker == APP0 && holds(content, at + 4, "JFIF");
      if (marker == APP14 && length >= 14 && holds(content, at + 4, "Adobe")) {
        adobe = byteAt(content, at + 15);
      }
      if (isFrame(marker)) {
        components = components(content, at);
      }
      if (marker < APP0 || marker > APP15 && marker != COM) {
        bare.write(content, at, end - at);
      }
      at = end;
    }
  }

  /** Returns whether a marker begins the frame, which holds the size. */
  static boolean isFrame(int marker) { // C4, C8 and CC are tables
    return marker >= 0xc0 && marker <= 0xcf && marker % 4 != 0 || marker == 0xc0;
  }

  private static String components(byte[] content, int at) throws IOException {
    StringBuilder identifiers = new StringBuilder();
    for (int i = 0; i < byteAt(content, at + 9); i++) {
      identifiers.append((char) byteAt(content, at + 10 + 3 * i));
    }
    return identifiers.toString();
  }

  private static boolean holds(byte[] content, int at, String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (byteAt(content, at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static void requireEnd(byte[] content, int scan) throws IOException {
    int at = content.length - 2;
    while (at > scan) {
      if (byteAt(content, at) == 0xff && byteAt(content, at + 1) == EOI) {
        return;
      }
      at--;
    }
    throw new IOException("it is cut short");
  }

  /**
   * Each scan goes over the whole picture again, however few bytes it has. What follows the end of
   * the picture is another file, such as a preview or the video of a moving photograph.
   */
  private static void requireFewScans(byte[] content, int first) throws IOException {
    int scans = 0;
    int at = first;
    while (at < content.length - 1) {
      int marker = byteAt(content, at + 1);
      if (byteAt(content, at) != 0xff || marker == 0 || marker == 0xff) {
        at++; // within a scan
      } else if (marker == EOI) {
        return;
      } else if (marker >= RST0 && marker <= RST7) {
        at += 2;
      } else {
        scans += marker == SOS ? 1 : 0;
        at += 2 + (byteAt(content, at + 2) << 8 | byteAt(content, at + 3));
      }
      if (scans > MOST_SCANS) {
        throw new IOException("expected at most %d scans over the picture".formatted(MOST_SCANS));
      }
    }
  }

  private static int byteAt(byte[] content, int at) throws IOException {
    if (at >= content.length) {
      throw new IOException("it is cut short");
    }
    return content[at] & 0xff;
  }
}
