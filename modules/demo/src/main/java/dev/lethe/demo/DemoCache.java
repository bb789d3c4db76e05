package dev.lethe.demo;

import dev.lethe.api.CancelledException;
import dev.lethe.api.Progress;
import dev.lethe.io.IoFailure;
import dev.lethe.io.WholeFile;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Folders that are found again by what determines their content. A folder appears whole or not at
 * all, and one that is no longer as it was made is made again. One process makes it while others
 * wait, so that what is unfinished and has no maker was left by a killed one.
 */
final class DemoCache {
  /** Raised whenever equal settings give another world or another model than before. */
  private static final int EDITION = 1;

  private static final int HASH_LENGTH = 12;
  private static final String UNFINISHED = ".part";

  private final Path root;
  private final Progress progress;

  /** Opens the cache in a folder, which need not exist. */
  DemoCache(Path root, Progress progress) {
    this.root = root.toAbsolutePath().normalize();
    this.progress = progress;
  }

  /**
   * Returns a folder, made if it is not there.
   *
   * @param determinants have a {@code toString} that tells unequal ones apart
   * @param maker fills an empty folder
   */
  Path get(String kind, List<Object> determinants, Consumer<Path> maker) {
    String name = kind + "-" + hash(determinants);
    Path folder = root.resolve(name);
    try {
      Files.createDirectories(root);
      MakerLock lock = MakerLock.take(root, name, progress);
      try {
        if (!isWhole(folder)) {
          make(folder, maker);
        }
      } finally {
        lock.close();
      }
      sweep();
    } catch (IOException e) {
      // an interrupt closes the files that are being read
      throw Thread.currentThread().isInterrupted()
          ? new CancelledException()
          : IoFailure.cannotWrite(folder, e);
    } catch (UncheckedIOException e) {
      throw IoFailure.cannotRead(folder, e.getCause());
    }
    return folder;
  }

  /** Returns a folder for work in progress, which outlives a killed process. */
  Path work(String kind, List<Object> determinants) {
    Path folder = root.resolve(kind + "-" + hash(determinants) + ".tmp");
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw IoFailure.cannot("create", folder, e);
    }
  }

  /** Removes a folder and what is in it; does nothing if it is not there. */
  void discard(Path folder) {
    try {
      remove(folder);
    } catch (IOException e) {
      throw IoFailure.cannot("remove", folder, e);
    }
  }

  private boolean isWhole(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    Optional<String> difference = Manifest.difference(folder);
    difference.ifPresent(
        what ->
            progress.message(
                "%s is not as it was made (%s); it is made again".formatted(folder, what)));
    return difference.isEmpty();
  }

  private void make(Path folder, Consumer<Path> maker) throws IOException {
    Path unfinished = folder.resolveSibling(folder.getFileName() + UNFINISHED);
    remove(unfinished);
    Files.createDirectories(unfinished);
    try {
      maker.accept(unfinished);
      Manifest.write(unfinished);
      remove(folder);
      WholeFile.moveIntoPlace(unfinished, folder);
    } finally {
      remove(unfinished);
    }
  }

  /** Removes the unfinished folders whose makers are dead; a living one holds its lock. */
  private void sweep() throws IOException {
    List<Path> left;
    try (Stream<Path> content = Files.list(root)) {
      left = content.filter(each -> each.toString().endsWith(UNFINISHED)).toList();
    }
    for (Path each : left) {
      String file = each.getFileName().toString();
      String name = file.substring(0, file.length() - UNFINISHED.length());
      Optional<MakerLock> lock = MakerLock.tryTake(root, name);
      if (lock.isPresent()) {
        try {
          remove(each);
        } finally {
          lock.get().close();
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String hash(List<Object> determinants) {
    byte[] text = (EDITION + " " + determinants).getBytes(StandardCharsets.UTF_8);
    return Sha256.of(text).substring(0, HASH_LENGTH);
  }
}
