package dev.lethe.demo;

import dev.lethe.api.CancelledException;
import dev.lethe.api.Progress;
import dev.lethe.io.Folders;
import dev.lethe.io.IoFailure;
import dev.lethe.io.ProcessLock;
import dev.lethe.io.Unfinished;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Folders that are found again by what determines their content. A folder appears whole or not at
 * all, and one that is no longer as it was made is made again. One process makes it while others
 * wait, so that what is unfinished and has no maker was left by a killed one.
 */
final class DemoCache {
  private static final int HASH_LENGTH = 12;

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
    Path folder = place(kind, determinants);
    String name = folder.getFileName().toString();
    try {
      Files.createDirectories(root);
      ProcessLock lock =
          ProcessLock.take(
              lock(name), "another process makes %s; waiting for it".formatted(folder), progress);
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

  /** Returns a folder that is there; makes none. */
  Optional<Path> find(String kind, List<Object> determinants) {
    return Optional.of(place(kind, determinants)).filter(Files::isDirectory);
  }

  /** Returns where a folder is, or would be. */
  Path place(String kind, List<Object> determinants) {
    return root.resolve(kind + "-" + hash(determinants));
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
    Folders.remove(folder);
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
    try (Unfinished unfinished = Unfinished.of(folder)) {
      Files.createDirectories(unfinished.path());
      maker.accept(unfinished.path());
      Manifest.write(unfinished.path());
      Folders.remove(folder);
      unfinished.putInPlace();
    }
  }

  /** Removes the unfinished folders whose makers are dead; a living one holds its lock. */
  private void sweep() {
    for (Path each : Folders.list(root)) {
      Optional<Path> place = Unfinished.placeOf(each);
      Optional<ProcessLock> maker =
          place.flatMap(folder -> ProcessLock.tryTake(lock(folder.getFileName().toString())));
      if (maker.isPresent()) {
        try {
          Folders.remove(each);
        } finally {
          maker.get().close();
        }
      }
    }
  }

  private Path lock(String name) {
    return root.resolve(".locks").resolve(name);
  }

  private static String hash(List<Object> determinants) {
    byte[] text = determinants.toString().getBytes(StandardCharsets.UTF_8);
    return Sha256.of(text).substring(0, HASH_LENGTH);
  }
}
