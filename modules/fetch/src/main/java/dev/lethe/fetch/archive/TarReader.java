package dev.lethe.fetch.archive;

import dev.lethe.fetch.archive.Member.Type;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Reads tar archives; some are named {@code tar.gz} and are not compressed, so the bytes decide.
 */
final class TarReader {
  private static final Set<Byte> FILES = Set.of(TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM);
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private TarReader() {}

  static void read(Path archive, Member.Visitor visitor) throws IOException {
    try (FileInputStream file = new FileInputStream(archive.toFile());
        InputStream plain = decompressed(new BufferedInputStream(file));
        TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        visitor.visit(new Member(entry.getName(), type(entry), tar, file.getChannel().position()));
      }
    }
  }

  private static InputStream decompressed(InputStream file) throws IOException {
    file.mark(GZIP.length);
    boolean gzip = Arrays.equals(file.readNBytes(GZIP.length), GZIP);
    file.reset();
    if (!gzip) {
      return file;
    }
    return new BufferedInputStream(
        GzipCompressorInputStream.builder()
            .setInputStream(file)
            .setDecompressConcatenated(true)
            .get());
  }

  private static Type type(TarArchiveEntry entry) {
    if (entry.isDirectory()) {
      return Type.FOLDER;
    }
    return FILES.contains(entry.getLinkFlag()) ? Type.FILE : Type.OTHER;
  }
}
