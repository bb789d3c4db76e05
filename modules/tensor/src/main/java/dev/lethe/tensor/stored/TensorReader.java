package dev.lethe.tensor.stored;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.LetheException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Copies a tensor from a file part by part, so that no more than a part lies in Java's memory. */
final class TensorReader {
  private static final int PART_VALUES = 4 << 20;

  private final TensorFile file;
  private final StoredTensor tensor;
  private final int partValues;

  TensorReader(TensorFile file, StoredTensor tensor) {
    this(file, tensor, PART_VALUES);
  }

  TensorReader(TensorFile file, StoredTensor tensor, int partValues) {
    this.file = file;
    this.tensor = tensor;
    this.partValues = partValues;
  }

  NDArray read(NDManager manager) {
    NDArray result = manager.create(tensor.shape(), requireReadable());
    try (NDArray flat = result.reshape(-1)) {
      long count = tensor.shape().size();
      for (long begin = 0; begin < count; begin += partValues) {
        long end = Math.min(count, begin + partValues);
        try (NDArray part = part(manager, begin, (int) (end - begin), result.getDataType())) {
          flat.set(new NDIndex("{}:{}", begin, end), part);
        }
      }
      return result;
    } catch (RuntimeException e) {
      result.close();
      throw e;
    }
  }

  private NDArray part(NDManager manager, long begin, int count, DataType type) {
    return manager.create(values(begin, count), new Shape(count), type);
  }

  private DataType requireReadable() {
    return switch (tensor.type()) {
      case F64, F32, F16, BF16 -> DataType.FLOAT32;
      case I64 -> DataType.INT64;
      default ->
          throw new LetheException(
              "%s: tensor '%s' is stored as %s, expected F64, F32, F16, BF16 or I64"
                  .formatted(file.path(), tensor.name(), tensor.type()));
    };
  }

  private ByteBuffer values(long begin, int count) {
    int valueBytes = tensor.type().bytes();
    ByteBuffer stored = file.bytes(tensor.name(), begin * valueBytes, count * valueBytes);
    return switch (tensor.type()) {
      case F64 -> singles(stored);
      case F16 -> widened(stored, Float16::toSingle);
      case BF16 -> widened(stored, Bfloat16::toSingle);
      default -> stored;
    };
  }

  private ByteBuffer singles(ByteBuffer doubles) {
    ByteBuffer singles =
        ByteBuffer.allocateDirect(doubles.remaining() / 2).order(ByteOrder.LITTLE_ENDIAN);
    while (doubles.hasRemaining()) {
      double value = doubles.getDouble();
      float single = (float) value;
      if (single != value && !Double.isNaN(value)) {
        throw new LetheException(
            "%s: tensor '%s' holds %s, which single precision would change; save the model in singles"
                .formatted(file.path(), tensor.name(), value));
      }
      singles.putFloat(single);
    }
    return singles.flip();
  }

  private static ByteBuffer widened(ByteBuffer halves, Widening widening) {
    ByteBuffer singles =
        ByteBuffer.allocateDirect(2 * halves.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    while (halves.hasRemaining()) {
      singles.putInt(widening.toSingle(halves.getShort()));
    }
    return singles.flip();
  }

  private interface Widening {
    int toSingle(short bits);
  }
}
