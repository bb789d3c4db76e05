package dev.lethe.experiment.store;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are there whole or not at all. */
public final class AtomicFile {
  private static final String SUFFIX = ".tmp";

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
    Path folder = path.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, path.getFileName() + ".", SUFFIX);
      try {
        Files.write(temporary, bytes);
        Files.move(
            temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw DiskFailure.of("write", path, e);
    }
  }

  /** Returns whether a file is what a killed process left of an unfinished write. */
  static boolean isLeftover(Path path) {
    return path.getFileName().toString().endsWith(SUFFIX);
  }
}
