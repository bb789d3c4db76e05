package dev.lethe.experiment.store;

import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two processes, and two threads of one, out of the same run. */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a run.
   *
   * @param file the lock's; it stays, because removing it would let a third process in
   * @throws LetheException if somebody else holds it
   */
  public static RunLock take(Path file, Path run) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new LetheException(
            "another process works on " + run + "; wait for it, or choose another --out");
      }
      return new RunLock(channel);
    } catch (IOException e) {
      throw IoFailure.cannot("lock", file, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LetheException("cannot unlock a run: " + IoFailure.reason(e), e);
    }
  }
}
