package dev.lethe.fetch.archive;

import dev.lethe.fetch.archive.Member.Type;
import dev.lethe.io.Decompression;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Reads tar archives, which gzip or Zstandard may have packed; some are named {@code tar.gz} and
 * are not.
 */
final class TarReader {
  private static final Set<Byte> FILES = Set.of(TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM);

  private TarReader() {}

  static void read(Path archive, Member.Visitor visitor) throws IOException {
    try (FileInputStream file = new FileInputStream(archive.toFile());
        InputStream plain = new BufferedInputStream(Decompression.of(file));
        TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        visitor.visit(new Member(entry.getName(), type(entry), tar, file.getChannel().position()));
      }
    }
  }

  private static Type type(TarArchiveEntry entry) {
    if (entry.isDirectory()) {
      return Type.FOLDER;
    }
    return FILES.contains(entry.getLinkFlag()) ? Type.FILE : Type.OTHER;
  }
}
