package dev.lethe.tensor.stored;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Bytes that are already as they are to be stored. */
record RawContent(StoredType type, Shape shape, ByteBuffer bytes) implements TensorContent {

  RawContent {
    if (shape.size() * type.bytes() != bytes.remaining()) {
      throw new IllegalArgumentException(
          "%d bytes are not those of a shape of %s in %s"
              .formatted(bytes.remaining(), shape, type));
    }
  }

  @Override
  public void writeTo(WritableByteChannel channel) throws IOException {
    ByteBuffer rest = bytes.duplicate();
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }
}
