package dev.lethe.io;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The files that this process has locked. Where locks are those of POSIX, a process loses its lock
 * on a file as soon as it closes the file anywhere, however often it has opened it. So who wants a
 * lock asks here first, and opens nothing that is held.
 */
final class HeldFiles {
  /** A lock belongs to the process, and so does the knowledge of it. */
  private static final Set<Object> HELD = new HashSet<>();

  private HeldFiles() {}

  /**
   * Takes a file, without opening it if it is there; makes it if not.
   *
   * @return what to give back, or nothing where a thread of this process has it
   */
  static Optional<Object> takeOrCreate(Path file) throws IOException {
    synchronized (HELD) {
      if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
        create(file);
      }
      return take(file);
    }
  }

  /**
   * Takes a file that is there, without opening it.
   *
   * @return what to give back, or nothing where a thread of this process has it
   */
  static Optional<Object> take(Path file) throws IOException {
    synchronized (HELD) {
      Object key = key(file);
      return HELD.add(key) ? Optional.of(key) : Optional.empty();
    }
  }

  /** Returns whether a name still is that of a file that was taken. */
  static boolean isName(Path file, Object key) throws IOException {
    return key(file).equals(key);
  }

  /** Gives a file back; it must be closed. */
  static void giveBack(Object key) {
    synchronized (HELD) {
      HELD.remove(key);
    }
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      return; // another process was faster
    }
  }

  /** A file has one of these, however many names. */
  private static Object key(Path file) throws IOException {
    Object key =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    return key == null ? file.toRealPath() : key;
  }
}
