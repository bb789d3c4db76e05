package dev.lethe.demo;

import dev.lethe.api.LetheException;
import dev.lethe.api.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Folders that are found again by what determines their content. A folder appears whole or not at
 * all.
 */
final class DemoCache {
  /** Raised whenever equal settings give another world or another model than before. */
  private static final int EDITION = 1;

  private static final int HASH_LENGTH = 12;

  private final Path root;

  DemoCache(Path root) {
    this.root = root;
  }

  /**
   * Returns a folder, made if it is not there.
   *
   * @param determinants have a {@code toString} that tells unequal ones apart
   * @param maker fills an empty folder
   */
  Path get(String kind, List<Object> determinants, Consumer<Path> maker) {
    Path folder = root.resolve(kind + "-" + hash(determinants)).toAbsolutePath().normalize();
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Path unfinished = temporary(kind);
    try {
      maker.accept(unfinished);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(folder)) { // nobody else made it meanwhile
        throw new LetheException("cannot write " + folder + ": " + e.getMessage(), e);
      }
    } finally {
      discard(unfinished);
    }
    return folder;
  }

  /** Returns a folder for work in progress, which outlives a killed process. */
  Path work(String kind, List<Object> determinants) {
    Path folder = root.resolve(kind + "-" + hash(determinants) + ".tmp");
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new LetheException("cannot create " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Removes a folder and what is in it; does nothing if it is not there. */
  void discard(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new LetheException("cannot remove " + folder + ": " + e.getMessage(), e);
    }
  }

  private Path temporary(String kind) {
    try {
      return Files.createTempDirectory(Files.createDirectories(root), kind + "-");
    } catch (IOException e) {
      throw new LetheException("cannot write to " + root + ": " + e.getMessage(), e);
    }
  }

  private static String hash(List<Object> determinants) {
    byte[] text = (EDITION + " " + determinants).getBytes(StandardCharsets.UTF_8);
    return Sha256.of(text).substring(0, HASH_LENGTH);
  }
}
