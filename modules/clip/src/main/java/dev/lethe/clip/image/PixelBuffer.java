package dev.lethe.clip.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Hands pixels to the engine through one buffer that is used again and again: the memory of a Java
 * buffer is only freed when the garbage collector happens to run.
 */
public final class PixelBuffer {
  private final int side;
  private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

  /** For pictures of {@code side} pixels a side. */
  public PixelBuffer(int side) {
    this.side = side;
  }

  /**
   * Copies pictures into an array.
   *
   * @param owner owns the result
   * @param pictures at least one, as {@link Preprocessor#prepare} gives them
   * @return [n, 3, side, side]
   */
  public NDArray upload(NDManager owner, List<float[]> pictures) {
    Shape shape = new Shape(pictures.size(), 3, side, side);
    int bytes = Math.toIntExact(Math.multiplyExact(shape.size(), Float.BYTES));
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocateDirect(bytes);
    }
    buffer.clear().limit(bytes).order(ByteOrder.nativeOrder());
    for (float[] picture : pictures) {
      buffer.asFloatBuffer().put(picture);
      buffer.position(buffer.position() + picture.length * Float.BYTES);
    }
    try (NDArray view = owner.create(buffer.flip(), shape, DataType.FLOAT32)) {
      NDArray copy = view.duplicate(); // the view shares the buffer's memory
      copy.attach(owner);
      return copy;
    }
  }
}
