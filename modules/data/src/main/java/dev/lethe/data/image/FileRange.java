package dev.lethe.data.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the bytes of a picture are: a whole file, or a stretch of one, such as a member of a tar
 * archive.
 *
 * @param file the file
 * @param member how the file calls the stretch; empty for a whole file
 * @param from the first byte
 * @param length how many bytes, at most
 */
public record FileRange(Path file, String member, long from, long length) {

  /** All of a file, as long as it is when it is read. */
  public static FileRange whole(Path file) {
    return new FileRange(file, "", 0, Long.MAX_VALUE);
  }

  /** Returns the path that a message shows; a member seems to lie in a folder. */
  public Path path() {
    return member.isEmpty() ? file : file.resolve(member.replaceFirst("^/+", ""));
  }

  /** Returns how many bytes there are. */
  public long size() throws IOException {
    return Math.max(0, Math.min(length, Files.size(file) - from));
  }

  /** Opens it at its first byte. */
  public InputStream open() throws IOException {
    InputStream in = Files.newInputStream(file);
    if (member.isEmpty()) {
      return in;
    }
    try {
      in.skipNBytes(from); // a file's stream seeks
      return new Bounded(in, length);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Ends where the stretch does. */
  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long length) {
      super(in);
      left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length > 0 && left == 0) {
        return -1;
      }
      int count = super.read(into, offset, (int) Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(Math.min(count, left));
      left -= skipped;
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
