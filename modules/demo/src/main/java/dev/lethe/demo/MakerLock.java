package dev.lethe.demo;

import dev.lethe.api.CancelledException;
import dev.lethe.api.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The right to make one folder of the cache; the system takes it back when its holder dies. */
final class MakerLock implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 200;

  private final FileChannel channel;

  private MakerLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until nobody else has the right. */
  static MakerLock take(Path root, String name, Progress progress) throws IOException {
    Optional<MakerLock> lock = tryTake(root, name);
    if (lock.isEmpty()) {
      progress.message("another process makes %s; waiting for it".formatted(root.resolve(name)));
    }
    while (lock.isEmpty()) {
      try {
        Thread.sleep(PATIENCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
      lock = tryTake(root, name);
    }
    return lock.get();
  }

  /** Takes the right; empty where somebody has it. */
  static Optional<MakerLock> tryTake(Path root, String name) throws IOException {
    Path locks = Files.createDirectories(root.resolve(".locks"));
    FileChannel channel =
        FileChannel.open(locks.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new MakerLock(channel));
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
