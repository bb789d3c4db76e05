package dev.lethe.tensor.pickle;

import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Puts the values of a view side by side in the tensor's order. */
final class StridedCopy {
  private final TensorView view;
  private final ByteBuffer stored;
  private final ByteBuffer copy;
  private final int valueBytes;

  private StridedCopy(TensorView view, ByteBuffer stored) {
    this.view = view;
    this.stored = stored;
    this.valueBytes = view.storage().type().bytes();
    this.copy =
        ByteBuffer.allocateDirect((int) view.count() * valueBytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Returns a copy.
   *
   * @param stored the storage from the view's first value to its last
   */
  static ByteBuffer of(TensorView view, ByteBuffer stored) {
    StridedCopy copy = new StridedCopy(view, stored);
    copy.dimension(view.shape(), 0, 0);
    return copy.copy.flip();
  }

  private void dimension(Shape shape, int dimension, int at) {
    if (dimension == shape.dimension()) {
      for (int i = 0; i < valueBytes; i++) {
        copy.put(stored.get(at * valueBytes + i));
      }
      return;
    }
    for (long i = 0; i < shape.get(dimension); i++) {
      dimension(shape, dimension + 1, at + (int) (i * view.stride(dimension)));
    }
  }
}
