package dev.lethe.data.image;

import java.io.DataInputStream;
import java.io.IOException;

/** The frame of a JPEG, as its header tells it. */
final class JpegHeader {
  private static final int SOS = 0xda;
  private static final int EOI = 0xd9;
  private static final int BLOCK = 8;

  private final DataInputStream in;
  private final long size;
  private long at = 2;
  private boolean progressive;
  private int width;
  private int height;
  private int[] sampling = {};

  private JpegHeader(DataInputStream in, long size) {
    this.in = in;
    this.size = size;
  }

  /** Reads a file up to its first scan. */
  static Claim claim(DataInputStream in, long size) throws IOException {
    in.skipNBytes(2);
    return new JpegHeader(in, size).read();
  }

  private Claim read() throws IOException {
    while (true) {
      int marker = marker();
      if (marker == EOI) {
        throw new IOException("it is damaged: it ends before its picture");
      }
      int length = in.readUnsignedShort();
      if (length < 2) {
        throw new IOException("it is damaged: a segment of %d bytes".formatted(length));
      }
      if (marker == SOS) {
        return claim(in.readUnsignedByte() < sampling.length);
      }
      byte[] segment = in.readNBytes(length - 2);
      at += length;
      if (JpegSegments.isFrame(marker) && segment.length >= 6) {
        frame(marker, segment);
      }
    }
  }

  private int marker() throws IOException {
    if (in.readUnsignedByte() != 0xff) {
      throw new IOException("it is damaged: no JPEG marker at byte " + at);
    }
    int marker = 0xff;
    while (marker == 0xff) { // fill bytes
      marker = in.readUnsignedByte();
      at++;
    }
    at++;
    return marker;
  }

  private void frame(int marker, byte[] segment) throws IOException {
    progressive = marker % 4 == 2;
    height = (segment[1] & 0xff) << 8 | segment[2] & 0xff;
    width = (segment[3] & 0xff) << 8 | segment[4] & 0xff;
    sampling = new int[segment[5] & 0xff];
    if (segment.length < 6 + 3 * sampling.length) {
      throw new IOException("it is cut short");
    }
    for (int i = 0; i < sampling.length; i++) {
      sampling[i] = segment[7 + 3 * i] & 0xff;
    }
  }

  private Claim claim(boolean severalScans) throws IOException {
    int across = 1;
    int down = 1;
    for (int factors : sampling) {
      across = Math.max(across, factors >> 4);
      down = Math.max(down, factors & 15);
    }
    double blocks = 0;
    double stored = 0;
    for (int factors : sampling) {
      double share = (factors >> 4) * (factors & 15) / (double) (across * down);
      blocks += share * (width / BLOCK) * (height / BLOCK);
      stored += share;
    }
    int channels = sampling.length == 4 ? 4 : 3;
    // All coefficients are kept, in two bytes, until the last scan has come.
    double coefficients = progressive || severalScans ? 2 * stored : 0;
    // A block has at least a bit for its mean and, unless scans share it, one for its end.
    double bits = progressive ? 1 : 2;
    return new Claim(
        width,
        height,
        Claim.perPixel(sampling.length + coefficients, channels),
        blocks * bits / 8,
        size - at);
  }
}
