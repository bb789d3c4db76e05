package dev.lethe.fetch.download;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.io.IoFailure;
import dev.lethe.io.ProcessLock;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The beginning of a file that is being downloaded: {@code NAME.part}, and {@code NAME.part.from}
 * that says of what. It outlives the process, so that the next one goes on where this one stopped,
 * and its hash is kept up to date while it grows.
 */
final class PartFile implements AutoCloseable {
  private static final int CHUNK = 1 << 20;
  private final Path path;
  private final PartOrigin origin;
  private final ProcessLock lock;
  private final FileChannel file;
  private final MessageDigest digest = Sha256.start();
  private long length;

  private PartFile(Path path, PartOrigin origin, ProcessLock lock) {
    this.path = path;
    this.origin = origin;
    this.lock = lock;
    file = lock.channel();
  }

  /** Opens what an earlier attempt left of a download, or nothing yet. */
  static PartFile open(Download download, Progress progress) {
    Path path = beside(download.target(), ".part");
    PartFile part;
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      PartOrigin origin = PartOrigin.read(beside(path, ".from"));
      part = new PartFile(path, origin, OwnFile.lock(path));
    } catch (IOException e) {
      throw IoFailure.cannotWrite(path, e);
    }
    try {
      part.requireUnfinished(download);
      part.keepIfUsable(download, progress);
      return part;
    } catch (RuntimeException e) {
      part.release();
      throw e;
    }
  }

  /** Before it was locked, another fetch may have finished it and given it its name. */
  private void requireUnfinished(Download download) {
    if (Files.exists(download.target())) {
      discard();
      throw new LetheException("%s is being written by another fetch: wait for it".formatted(path));
    }
  }

  private void keepIfUsable(Download download, Progress progress) {
    try {
      long found = file.size();
      Long size = download.size();
      boolean fits = size == null || found <= size;
      if (found > 0 && fits && origin.canContinue(download)) {
        absorb(found, progress);
      } else {
        restart();
      }
    } catch (IOException e) {
      throw IoFailure.cannotRead(path, e);
    }
  }

  private void absorb(long found, Progress progress) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    try (Progress.Task task = progress.begin("reading what is there of " + path, found)) {
      int n;
      while ((n = file.read(chunk.clear())) > 0) {
        digest.update(chunk.flip());
        length += n;
        task.advance(n);
      }
    }
  }

  long length() {
    return length;
  }

  /** Returns of what it is a part. */
  PartOrigin origin() {
    return origin;
  }

  /** Remembers what is about to be written, before it is. */
  void describe(URI address, Answer answer) {
    try {
      origin.write(address, answer);
    } catch (IOException e) {
      throw IoFailure.cannotWrite(path, e);
    }
  }

  void write(ByteBuffer buffer) {
    length += buffer.remaining();
    digest.update(buffer.duplicate());
    try {
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
    } catch (IOException e) {
      throw IoFailure.cannotWrite(path, e);
    }
  }

  /** Forgets everything that was written. */
  void restart() {
    try {
      file.truncate(0);
    } catch (IOException e) {
      throw IoFailure.cannotWrite(path, e);
    }
    digest.reset();
    length = 0;
  }

  /** Makes it the finished file, and returns its hash if that is accepted. */
  String finish(Download download) {
    String sha256 = Sha256.end(digest);
    if (!download.accepts(sha256)) {
      discard();
      throw new LetheException(
          "%s was not put in place: SHA-256 %s was expected and %s found, so it was damaged on its way or is another file by now; the same command starts it again"
              .formatted(download.target(), download.sha256(), sha256));
    }
    try {
      file.force(true);
      Files.move(path, download.target()); // an atomic move would overwrite
      origin.delete();
      lock.close(); // last, for whoever gets the lock would take the file for a part
    } catch (FileAlreadyExistsException e) {
      throw new LetheException(
          "%s was put there while it was being fetched, and is left as it is: what was fetched is in %s; remove one of the two"
              .formatted(download.target(), path),
          e);
    } catch (IOException e) {
      throw IoFailure.cannotWrite(download.target(), e);
    }
    return sha256;
  }

  /** Removes every trace. */
  void discard() {
    try {
      lock.remove();
      origin.delete();
    } catch (IOException e) {
      throw IoFailure.cannotWrite(path, e);
    }
  }

  /** Leaves what was written for the next attempt; nothing stays of nothing. */
  @Override
  public void close() {
    release();
    if (length == 0) {
      discard();
    }
  }

  private void release() {
    lock.close();
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
