package dev.lethe.io;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that one thread of one process holds, until it closes this or the process ends, however it
 * ends. Nobody may open the file in another way meanwhile: to close it would give up the lock.
 */
public final class ProcessLock implements AutoCloseable {
  private static final Set<OpenOption> OPTIONS =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private static final long PATIENCE_MILLIS = 200;

  private final Path file;
  private final FileChannel channel;
  private final Object held;
  private boolean closed;

  private ProcessLock(Path file, FileChannel channel, Object held) {
    this.file = file;
    this.channel = channel;
    this.held = held;
  }

  /**
   * Takes a lock, if nobody has it. The file, and the folders above it, are made where they are
   * missing; a link is refused.
   *
   * @return the lock, or nothing where another thread or process has it
   * @throws LetheException if the file system refuses, or has no locks
   */
  public static Optional<ProcessLock> tryTake(Path file) {
    Path place = file.toAbsolutePath();
    try {
      while (true) {
        Files.createDirectories(place.getParent());
        try {
          Optional<Object> held = HeldFiles.takeOrCreate(place);
          return held.isEmpty() ? Optional.empty() : lock(place, held.get());
        } catch (NoSuchFileException e) {
          continue; // its last holder removed it
        }
      }
    } catch (IOException e) {
      throw IoFailure.cannot("lock", file, e);
    }
  }

  /**
   * Takes a lock, and waits until nobody else has it.
   *
   * @param waiting what the progress says if that takes a while
   * @throws CancelledException if the thread is interrupted meanwhile
   * @throws LetheException if the file system refuses, or has no locks
   */
  public static ProcessLock take(Path file, String waiting, Progress progress) {
    Optional<ProcessLock> lock = tryTake(file);
    if (lock.isEmpty()) {
      progress.message(waiting);
    }
    while (lock.isEmpty()) {
      try {
        // The system could wake who waits, but takes threads of two processes for a deadlock.
        Thread.sleep(PATIENCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
      lock = tryTake(file);
    }
    return lock.get();
  }

  /**
   * Takes a lock on a file that is there, if nobody has it.
   *
   * @throws NoSuchFileException if it is gone
   */
  static Optional<ProcessLock> tryTakeExisting(Path file) throws IOException {
    Optional<Object> held = HeldFiles.take(file);
    return held.isEmpty() ? Optional.empty() : lock(file, held.get());
  }

  private static Optional<ProcessLock> lock(Path file, Object held) throws IOException {
    Optional<ProcessLock> lock = Optional.empty();
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, OPTIONS);
      if (isFree(channel)) {
        if (!HeldFiles.isName(file, held)) {
          throw new NoSuchFileException(file.toString());
        }
        lock = Optional.of(new ProcessLock(file, channel, held));
      }
      return lock;
    } finally {
      if (lock.isEmpty()) {
        close(channel, held);
      }
    }
  }

  /** Returns the only way to read and write the file. */
  public FileChannel channel() {
    return channel;
  }

  /** Removes the file and closes this; who waits for the lock makes a new file. */
  public void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw IoFailure.cannot("remove", file, e);
    } finally {
      close();
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return; // another may hold it by now
    }
    closed = true;
    try {
      close(channel, held);
    } catch (IOException e) {
      throw IoFailure.cannot("unlock", file, e);
    }
  }

  private static void close(@Nullable FileChannel channel, Object held) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HeldFiles.giveBack(held);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // who has it did not ask this class
    }
  }
}
