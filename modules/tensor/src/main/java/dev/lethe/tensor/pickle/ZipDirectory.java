package dev.lethe.tensor.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads where the files of an archive lie, so that they can be mapped into memory; the JDK's reader
 * does not tell (APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.12).
 */
final class ZipDirectory {
  private static final int SIGNATURE = 0x02014b50;
  private static final int HEADER_BYTES = 46;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int ENCRYPTED = 1;
  private static final int WIDE_FIELDS = 1;

  private final FileBytes file;
  private final ZipEnd end;
  private final ByteBuffer table;

  private ZipDirectory(FileBytes file) throws IOException {
    this.file = file;
    this.end = ZipEnd.find(file);
    this.table = file.read(end.begin(), end.length(), "table of contents");
  }

  /** Returns the records by name. */
  static Map<String, ZipRecord> read(FileBytes file) throws IOException {
    ZipDirectory directory = new ZipDirectory(file);
    Map<String, ZipRecord> records = new LinkedHashMap<>();
    for (int i = 0; i < directory.end.records(); i++) {
      ZipRecord record = directory.next();
      if (records.put(record.name(), record) != null) {
        throw new RefusedException("it has two records '%s'", record.name());
      }
    }
    return records;
  }

  private ZipRecord next() throws IOException {
    int at = table.position();
    if (table.remaining() < HEADER_BYTES || table.getInt(at) != SIGNATURE) {
      throw new RefusedException("its table of contents is damaged at byte %d", at);
    }
    int nameLength = Short.toUnsignedInt(table.getShort(at + 28));
    int extraLength = Short.toUnsignedInt(table.getShort(at + 30));
    int headerLength =
        HEADER_BYTES + nameLength + extraLength + Short.toUnsignedInt(table.getShort(at + 32));
    if (headerLength > table.remaining()) {
      throw new RefusedException("its table of contents is cut off at byte %d", at);
    }
    String name = new String(table.array(), at + HEADER_BYTES, nameLength, StandardCharsets.UTF_8);
    boolean plain = table.getShort(at + 10) == 0 && (table.getShort(at + 8) & ENCRYPTED) == 0;
    WideFields wide = new WideFields(at + HEADER_BYTES + nameLength, extraLength);
    long length = wide.or(table.getInt(at + 24), name);
    long stored = wide.or(table.getInt(at + 20), name);
    long local = wide.or(table.getInt(at + 42), name);
    if (plain && stored != length) {
      throw new RefusedException("its record '%s' has two lengths", name);
    }
    table.position(at + headerLength);
    return new ZipRecord(name, begin(name, local, stored), stored, plain);
  }

  private long begin(String name, long local, long length) throws IOException {
    ByteBuffer header = file.read(local, LOCAL_BYTES, "record '%s'".formatted(name));
    if (header.getInt(0) != LOCAL_SIGNATURE) {
      throw new RefusedException("its record '%s' is not where it should be", name);
    }
    long begin =
        local
            + LOCAL_BYTES
            + Short.toUnsignedInt(header.getShort(26))
            + Short.toUnsignedInt(header.getShort(28));
    if (length < 0 || length > end.begin() || begin > end.begin() - length) {
      throw new RefusedException(
          "its record '%s' claims %d bytes at byte %d of %d", name, length, begin, file.size());
    }
    return begin;
  }

  /** The 64-bit numbers of a record, in the order of the 32-bit ones that they replace. */
  private final class WideFields {
    private int at;
    private int end;

    WideFields(int begin, int length) {
      at = begin;
      end = begin;
      int next = begin;
      while (next + 4 <= begin + length) {
        int content = next + 4;
        int after = content + Short.toUnsignedInt(table.getShort(next + 2));
        if (table.getShort(next) == WIDE_FIELDS && after <= begin + length) {
          at = content;
          end = after;
        }
        next = after;
      }
    }

    long or(int narrow, String name) {
      long value = Integer.toUnsignedLong(narrow);
      if (value != ZipEnd.MARKER_32) {
        return value;
      }
      if (at + Long.BYTES > end) {
        throw new RefusedException("its record '%s' lacks a 64-bit number", name);
      }
      at += Long.BYTES;
      return table.getLong(at - Long.BYTES);
    }
  }
}
