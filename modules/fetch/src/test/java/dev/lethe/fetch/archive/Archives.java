package dev.lethe.fetch.archive;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives, honest and hostile, of texts by name. */
public final class Archives {
  private Archives() {}

  /** Writes a zip archive. */
  public static Path zip(Path file, Map<String, String> texts) throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(text.getKey()));
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
    return file;
  }

  /** Writes a tar archive that gzip has compressed. */
  public static Path tarGz(Path file, Map<String, String> texts) throws IOException {
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      tar(gzip, texts);
    }
    return file;
  }

  /** Writes a tar archive that Zstandard has compressed. */
  static Path tarZst(Path file, Map<String, String> texts) throws IOException {
    try (OutputStream zstandard = new ZstdOutputStream(Files.newOutputStream(file))) {
      tar(zstandard, texts);
    }
    return file;
  }

  static Path tar(Path file, Map<String, String> texts) throws IOException {
    try (OutputStream plain = Files.newOutputStream(file)) {
      tar(plain, texts);
    }
    return file;
  }

  private static void tar(OutputStream out, Map<String, String> texts) throws IOException {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      byte[] content = text.getValue().getBytes(StandardCharsets.UTF_8);
      TarArchiveEntry entry = new TarArchiveEntry(text.getKey(), true);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    tar.finish();
  }

  static Path tarOfLink(Path file, byte type) throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
      TarArchiveEntry link = new TarArchiveEntry("link", type);
      if (type == TarConstants.LF_SYMLINK || type == TarConstants.LF_LINK) {
        link.setLinkName("/etc/passwd");
      }
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    return file;
  }

  static Path zipOfLink(Path file) throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      ZipArchiveEntry link = new ZipArchiveEntry("link");
      link.setUnixMode(0120777);
      zip.putArchiveEntry(link);
      zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    return file;
  }
}
