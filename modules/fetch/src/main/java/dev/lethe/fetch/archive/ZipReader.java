package dev.lethe.fetch.archive;

import dev.lethe.fetch.archive.Member.Type;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads zip archives, by their directory: what is not listed there is not read. */
final class ZipReader {
  private ZipReader() {}

  static void read(Path archive, Member.Visitor visitor) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        if (!zip.canReadEntryData(entry)) {
          throw new IOException(entry.getName() + " is encrypted, or packed in an unknown way");
        }
        try (InputStream content = zip.getInputStream(entry)) {
          visitor.visit(
              new Member(entry.getName(), type(entry), content, entry.getLocalHeaderOffset()));
        }
      }
    }
  }

  private static Type type(ZipArchiveEntry entry) {
    if (entry.isUnixSymlink()) {
      return Type.OTHER;
    }
    return entry.isDirectory() ? Type.FOLDER : Type.FILE;
  }
}
