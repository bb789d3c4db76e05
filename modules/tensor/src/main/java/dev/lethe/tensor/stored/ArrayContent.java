package dev.lethe.tensor.stored;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;

/** The values of an array, narrowed or widened part by part. */
record ArrayContent(NDArray array, StoredType type) implements TensorContent {
  private static final int PART_VALUES = 1 << 20;

  ArrayContent {
    DataType expected =
        switch (type) {
          case F64, F32, F16, BF16 -> DataType.FLOAT32;
          case I64 -> DataType.INT64;
          default -> throw new IllegalArgumentException("arrays cannot be stored as " + type);
        };
    if (array.getDataType() != expected) {
      throw new IllegalArgumentException(
          "an array of %s cannot be stored as %s, which takes %s"
              .formatted(array.getDataType(), type, expected));
    }
  }

  @Override
  public Shape shape() {
    return array.getShape();
  }

  @Override
  public void writeTo(WritableByteChannel channel) throws IOException {
    try (NDArray flat = array.reshape(-1)) {
      long count = flat.size();
      for (long begin = 0; begin < count; begin += PART_VALUES) {
        long end = Math.min(count, begin + PART_VALUES);
        try (NDArray part = flat.get(new NDIndex("{}:{}", begin, end));
            NDArray here = part.toDevice(Device.cpu(), false)) {
          write(here.toByteBuffer(), channel);
        }
      }
    }
  }

  private void write(ByteBuffer values, WritableByteChannel channel) throws IOException {
    ByteBuffer bytes =
        switch (type) {
          case F64 -> doubles(values);
          case F16 -> narrowed(values, Float16::ofSingle);
          case BF16 -> narrowed(values, Bfloat16::ofSingle);
          default -> values;
        };
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static ByteBuffer doubles(ByteBuffer singles) {
    singles.order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer doubles =
        ByteBuffer.allocate(singles.remaining() * 2).order(ByteOrder.LITTLE_ENDIAN);
    while (singles.hasRemaining()) {
      doubles.putDouble(singles.getFloat());
    }
    return doubles.flip();
  }

  private static ByteBuffer narrowed(ByteBuffer singles, Narrowing narrowing) {
    singles.order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer halves = ByteBuffer.allocate(singles.remaining() / 2).order(ByteOrder.LITTLE_ENDIAN);
    while (singles.hasRemaining()) {
      halves.putShort(narrowing.ofSingle(singles.getInt()));
    }
    return halves.flip();
  }

  private interface Narrowing {
    short ofSingle(int bits);
  }
}
