package dev.lethe.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a running framework keeps its bundles. Beside it lies a file that the process
 * holds a lock on as long as it lives, however it ends: what nobody holds is left over from a
 * process that was killed, and the next one removes it.
 */
final class Storage implements Closeable {
  private static final String PREFIX = "lethe-cache-";
  private static final String LOCK = ".lock";

  private final Path lockFile;
  private final FileChannel lock;

  private Storage(Path lockFile, FileChannel lock) {
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Creates an empty folder that only this user can enter, and removes those left over.
   *
   * @throws IOException if nothing can be made there; the message says what to do
   */
  static Storage create(Path temporary) throws IOException {
    Storage storage;
    try {
      storage = claim(temporary, mine());
    } catch (IOException e) {
      throw new IOException(
          "cannot write to the temporary folder %s (%s): name another with LETHE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER"
              .formatted(temporary, StartFailure.reason(e)),
          e);
    }
    storage.sweep(temporary);
    return storage;
  }

  Path folder() {
    return folder(lockFile);
  }

  /** Returns the user of this process. */
  UserPrincipal owner() throws IOException {
    return Files.getOwner(lockFile);
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      remove(lockFile);
    }
  }

  private static Storage claim(Path temporary, String prefix) throws IOException {
    while (true) {
      Path file = Files.createTempFile(temporary, prefix, LOCK);
      FileChannel channel;
      try {
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
      } catch (NoSuchFileException e) {
        continue; // before it was locked, another start took it for one left over
      }
      channel.lock();
      if (Files.exists(file)) {
        PrivateFolder.create(folder(file));
        return new Storage(file, channel);
      }
      channel.close();
    }
  }

  private void sweep(Path temporary) throws IOException {
    UserPrincipal me = owner();
    // A lock of this process would be lost by opening its file again.
    String mine = mine();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(temporary, PREFIX + "*" + LOCK)) {
      for (Path file : files) {
        if (!String.valueOf(file.getFileName()).startsWith(mine)) {
          removeIfLeft(file, me);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // a folder in which everybody may write need not let anybody look
    }
  }

  /** In a container each process may have the number of the one before. */
  private static String mine() {
    ProcessHandle process = ProcessHandle.current();
    long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return "%s%d-%d-".formatted(PREFIX, process.pid(), started);
  }

  private static void removeIfLeft(Path file, UserPrincipal me) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || !me.equals(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS))) {
        return;
      }
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        @Nullable FileLock left = channel.tryLock();
        if (left != null) {
          remove(file);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Somebody else removes it at the same time, or it stays for the next start.
      return;
    }
  }

  private static void remove(Path lockFile) throws IOException {
    Path folder = folder(lockFile);
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> inside = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : inside) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(lockFile);
  }

  private static Path folder(Path lockFile) {
    String name = String.valueOf(lockFile.getFileName());
    return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }
}
