package dev.lethe.clip.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.image.RgbImage;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Hands pixels to the engine through one buffer that is used again and again: the memory of a Java
 * buffer is only freed when the garbage collector happens to run.
 */
final class PixelBuffer {
  private final int side;
  private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

  /** For pictures of {@code side} pixels a side. */
  PixelBuffer(int side) {
    this.side = side;
  }

  /**
   * Copies pictures into an array.
   *
   * @param owner owns the result
   * @param pictures at least one, of this side
   * @return [n, side, side, 3], 8 bits each
   */
  NDArray upload(NDManager owner, List<RgbImage> pictures) {
    Shape shape = new Shape(pictures.size(), side, side, 3);
    int bytes = Math.toIntExact(shape.size());
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocateDirect(bytes);
    }
    buffer.clear().limit(bytes);
    pictures.forEach(picture -> buffer.put(picture.rgb()));
    try (NDArray view = owner.create(buffer.flip(), shape, DataType.UINT8)) {
      NDArray copy = view.duplicate(); // the view shares the buffer's memory
      copy.attach(owner);
      return copy;
    }
  }
}
