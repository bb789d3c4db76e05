package dev.lethe.tensor.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** A file of numbers that ends with the checksum of the rest: one wrong bit spoils a training. */
final class StateFile {
  private static final int CHUNK = 1 << 20;

  private StateFile() {}

  /** What is written. */
  interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }

  /** Writes a file, and the checksum of it behind it. */
  static void write(Path file, Content content) throws IOException {
    CRC32C checksum = new CRC32C();
    // a channel would be closed by the interrupt that asks to stop, in the middle of the write
    try (FileOutputStream disk = new FileOutputStream(file.toFile())) {
      OutputStream buffer = new BufferedOutputStream(disk, CHUNK);
      DataOutputStream out = new DataOutputStream(new CheckedOutputStream(buffer, checksum));
      content.writeTo(out);
      out.flush();
      new DataOutputStream(disk).writeLong(checksum.getValue());
    }
  }

  /**
   * Opens what a file holds.
   *
   * @throws IOException if it is not as it was written
   */
  static InputStream open(Path file) throws IOException {
    long length = Files.size(file) - Long.BYTES;
    CRC32C checksum = new CRC32C();
    try (InputStream disk = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
      CheckedInputStream content = new CheckedInputStream(disk, checksum);
      content.skipNBytes(Math.max(0, length));
      if (new DataInputStream(disk).readLong() != checksum.getValue()) {
        throw new IOException("it is not as it was written");
      }
    }
    return new BufferedInputStream(Files.newInputStream(file), CHUNK);
  }
}
