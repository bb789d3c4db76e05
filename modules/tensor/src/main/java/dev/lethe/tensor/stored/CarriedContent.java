package dev.lethe.tensor.stored;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** The bytes of a tensor in another file, mapped part by part. */
record CarriedContent(TensorFile file, StoredTensor tensor) implements TensorContent {
  private static final int PART_BYTES = 16 << 20;

  @Override
  public StoredType type() {
    return tensor.type();
  }

  @Override
  public Shape shape() {
    return tensor.shape();
  }

  @Override
  public void writeTo(WritableByteChannel channel) throws IOException {
    for (long begin = 0; begin < tensor.length(); begin += PART_BYTES) {
      int length = (int) Math.min(PART_BYTES, tensor.length() - begin);
      ByteBuffer part = file.bytes(tensor.name(), begin, length);
      while (part.hasRemaining()) {
        channel.write(part);
      }
    }
  }
}
