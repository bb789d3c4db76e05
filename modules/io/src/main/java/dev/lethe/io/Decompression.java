package dev.lethe.io;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Undoes gzip and Zstandard. The first bytes of a file say how it is packed, never its name. */
public final class Decompression {
  private static final int[] GZIP = {0x1f, 0x8b};
  private static final int[] ZSTANDARD = {0x28, 0xb5, 0x2f, 0xfd};
  private static final int BUFFER = 1 << 16;

  private Decompression() {}

  /**
   * Returns what was packed, or what there is where it is not packed. What is damaged or cut short
   * fails as it is read, with an {@link IOException}.
   *
   * @param packed from its beginning; is closed with what is returned
   * @throws IOException if it cannot be read
   */
  public static InputStream of(InputStream packed) throws IOException {
    BufferedInputStream in = new BufferedInputStream(packed, BUFFER);
    in.mark(ZSTANDARD.length);
    byte[] head = in.readNBytes(ZSTANDARD.length);
    in.reset();
    if (begins(head, GZIP)) {
      return GzipCompressorInputStream.builder()
          .setInputStream(in)
          .setDecompressConcatenated(true)
          .get();
    }
    return begins(head, ZSTANDARD) ? new Zstandard(in) : in;
  }

  private static boolean begins(byte[] head, int[] signature) {
    for (int i = 0; i < signature.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  /** Throws what a stream throws where the decoder has exceptions of its own. */
  private static final class Zstandard extends FilterInputStream {

    Zstandard(InputStream packed) {
      super(new ZstdInputStream(packed));
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        return super.read(into, from, length);
      } catch (RuntimeException e) {
        throw new IOException("it is no valid Zstandard: " + e.getMessage(), e);
      }
    }
  }
}
