package dev.lethe.data;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** How a test writes a text. */
public enum Packed {
  PLAIN {
    @Override
    OutputStream pack(OutputStream file) {
      return file;
    }
  },
  GZIP {
    @Override
    OutputStream pack(OutputStream file) throws IOException {
      return new GZIPOutputStream(file);
    }
  },
  ZSTANDARD {
    @Override
    OutputStream pack(OutputStream file) throws IOException {
      return new ZstdOutputStream(file);
    }
  };

  abstract OutputStream pack(OutputStream file) throws IOException;

  /** Writes a file. */
  public Path write(Path file, String text) {
    try (OutputStream out = pack(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
