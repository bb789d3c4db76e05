package dev.lethe.tensor.stored;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Parts of an open file, mapped into memory. Java unmaps a part when its buffer is collected, which
 * a process with much native memory and a small heap may not do for long, while the part counts as
 * its memory: so closing asks for a collection where much was mapped.
 */
public final class MappedParts implements AutoCloseable {
  private static final long MUCH = 64 << 20;

  private final Path path;
  private final FileChannel channel;
  private long mapped;

  private MappedParts(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** What a file holds, which keeps the file open. */
  public interface Content<F> {

    /**
     * Reads what the file says about itself.
     *
     * @param channel the file, to be read but not closed
     * @param parts the same file; closed with the result
     */
    F read(FileChannel channel, MappedParts parts) throws IOException;
  }

  /**
   * Opens a file. Where its content is refused, it is closed again.
   *
   * @throws NotFoundException if there is no such file
   * @throws LetheException if it cannot be read
   */
  public static <F> F open(Path path, Content<F> content) {
    if (!Files.isRegularFile(path)) {
      throw new NotFoundException("there is no file " + path);
    }
    try {
      FileChannel channel = FileChannel.open(path);
      try {
        return content.read(channel, new MappedParts(path, channel));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw IoFailure.cannotRead(path, e);
    }
  }

  /**
   * Maps a part, to be read in little-endian order.
   *
   * @throws LetheException if it cannot be mapped
   */
  public ByteBuffer map(long begin, int length) {
    mapped += length;
    try {
      return channel
          .map(FileChannel.MapMode.READ_ONLY, begin, length)
          .order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw IoFailure.cannotRead(path, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LetheException("cannot close %s: %s".formatted(path, e), e);
    }
    if (mapped >= MUCH) {
      System.gc();
    }
  }
}
