package dev.lethe.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a file has changed, without reading it.
 *
 * @param size in bytes
 * @param modified in milliseconds since the epoch
 * @param key tells a file from another that was moved into its place, or null where the file system
 *     does not say
 */
record FileState(long size, long modified, @Nullable Object key) {
  private static final long SETTLE_MILLIS = 250;

  static FileState of(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileState(found.size(), found.lastModifiedTime().toMillis(), found.fileKey());
  }

  /** Returns whether nobody seems to be writing the file any more. */
  boolean isSettled() {
    long age = System.currentTimeMillis() - modified;
    return age < 0 || age >= SETTLE_MILLIS;
  }
}
