package dev.lethe.tensor.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where the table of contents of a zip archive lies, as its last bytes say (APPNOTE.TXT 6.3.10,
 * sections 4.3.14 to 4.3.16).
 *
 * @param records the number of files in the archive
 * @param begin where the table begins
 * @param length the number of its bytes
 */
record ZipEnd(int records, long begin, int length) {
  static final int MARKER_16 = 0xffff;
  static final long MARKER_32 = 0xffffffffL;

  private static final int SIGNATURE = 0x06054b50;
  private static final int BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int WIDE_SIGNATURE = 0x06064b50;
  private static final int WIDE_BYTES = 56;
  private static final int LARGEST_TABLE = 8 << 20;

  static ZipEnd find(FileBytes file) throws IOException {
    int tailLength = (int) Math.min(file.size(), BYTES + LONGEST_COMMENT);
    ByteBuffer tail = file.read(file.size() - tailLength, tailLength, "end");
    for (int at = tailLength - BYTES; at >= 0; at--) {
      if (tail.getInt(at) == SIGNATURE
          && Short.toUnsignedInt(tail.getShort(at + 20)) == tailLength - at - BYTES) {
        return parse(
            file, file.size() - tailLength + at, tail.slice(at, BYTES).order(tail.order()));
      }
    }
    throw new RefusedException("its end is missing, as if it were copied only in part");
  }

  private static ZipEnd parse(FileBytes file, long position, ByteBuffer end) throws IOException {
    long records = Short.toUnsignedLong(end.getShort(10));
    long length = Integer.toUnsignedLong(end.getInt(12));
    long begin = Integer.toUnsignedLong(end.getInt(16));
    if (records == MARKER_16 || length == MARKER_32 || begin == MARKER_32) {
      ByteBuffer wide = wide(file, position);
      records = wide.getLong(32);
      length = wide.getLong(40);
      begin = wide.getLong(48);
    }
    if (length < 0 || length > LARGEST_TABLE || begin < 0 || begin > position - length) {
      throw new RefusedException(
          "its table of contents claims %d bytes at byte %d of %d", length, begin, file.size());
    }
    if (records < 0 || records > length) {
      throw new RefusedException("it claims %d records in %d bytes", records, length);
    }
    return new ZipEnd((int) records, begin, (int) length);
  }

  private static ByteBuffer wide(FileBytes file, long position) throws IOException {
    ByteBuffer locator = file.read(position - LOCATOR_BYTES, LOCATOR_BYTES, "zip64 locator");
    if (locator.getInt(0) != LOCATOR_SIGNATURE) {
      throw new RefusedException("its zip64 locator is missing");
    }
    ByteBuffer wide = file.read(locator.getLong(8), WIDE_BYTES, "zip64 end");
    if (wide.getInt(0) != WIDE_SIGNATURE) {
      throw new RefusedException("its zip64 end is missing");
    }
    return wide;
  }
}
