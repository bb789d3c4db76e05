package dev.lethe.experiment.store;

import dev.lethe.api.LetheException;
import dev.lethe.api.data.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes files that are there whole or not at all. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes a text as UTF-8, and the folders above it where they are missing.
   *
   * @throws LetheException if the disk is full or refuses
   */
  public static void write(Path path, String text) {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes, and the folders above the file where they are missing.
   *
   * @throws LetheException if the disk is full or refuses
   */
  public static void write(Path path, byte[] bytes) {
    try {
      WholeFile.write(path, bytes);
    } catch (IOException e) {
      throw DiskFailure.of("write", path, e);
    }
  }
}
