package dev.lethe.tensor.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Parts of a file, of which none is read before it is known to exist. */
final class FileBytes {
  private final FileChannel channel;
  private final long size;

  FileBytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  /** Returns a part in little-endian order. */
  ByteBuffer read(long position, int length, String what) throws IOException {
    if (position < 0 || position > size - length) {
      throw new RefusedException(
          "its %s of %d bytes would begin at byte %d of %d", what, length, position, size);
    }
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return buffer.flip();
  }
}
