package dev.lethe.runtime;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
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
 * @param problem why it cannot be read as a file, or null if it can
 */
record FileState(long size, long modified, @Nullable Object key, @Nullable String problem) {
  private static final long SETTLE_MILLIS = 250;

  /** Looks at what a name stands for; a link stands for what it leads to. */
  static FileState of(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileState(
          found.size(), found.lastModifiedTime().toMillis(), found.fileKey(), problem(found));
    } catch (AccessDeniedException e) {
      return unreadable("permission is denied");
    } catch (IOException e) {
      return unreadable(
          Files.isSymbolicLink(file) ? "it is a link that leads nowhere" : Reason.of(e));
    }
  }

  private static FileState unreadable(String problem) {
    return new FileState(0, 0, null, problem);
  }

  private static @Nullable String problem(BasicFileAttributes found) {
    if (found.isDirectory()) {
      return "it is a folder";
    }
    return found.isRegularFile() ? null : "it is a device, a pipe or a socket";
  }

  /** Returns whether nobody seems to be writing the file any more. */
  boolean isSettled() {
    long age = System.currentTimeMillis() - modified;
    return problem != null || age < 0 || age >= SETTLE_MILLIS;
  }
}
