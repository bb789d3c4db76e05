package dev.lethe.tensor.stored;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Parts of a file, mapped into memory. Java unmaps a part when its buffer is collected, which a
 * process with much native memory and a small heap may not do for long, while the part counts as
 * its memory: so closing asks for a collection where much was mapped.
 */
public final class MappedParts implements AutoCloseable {
  private static final long MUCH = 64 << 20;

  private final FileChannel channel;
  private long mapped;

  /** Takes an open file, which {@link #close} closes. */
  public MappedParts(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Maps a part, to be read in little-endian order.
   *
   * @throws IOException if it cannot be mapped
   */
  public ByteBuffer map(long begin, int length) throws IOException {
    mapped += length;
    return channel.map(FileChannel.MapMode.READ_ONLY, begin, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (mapped >= MUCH) {
      System.gc();
    }
  }
}
