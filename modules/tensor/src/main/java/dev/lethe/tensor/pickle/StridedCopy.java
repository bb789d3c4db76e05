package dev.lethe.tensor.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Puts the values of a view side by side in the tensor's order. */
final class StridedCopy {
  private StridedCopy() {}

  /**
   * Returns a copy of a part of a view.
   *
   * @param stored the storage from the view's first value to its last
   * @param begin where the part begins, in bytes of the copy; with {@code length} a multiple of a
   *     value's size
   */
  static ByteBuffer of(TensorView view, ByteBuffer stored, long begin, int length) {
    int valueBytes = view.storage().type().bytes();
    ByteBuffer copy = ByteBuffer.allocateDirect(length);
    long place = begin / valueBytes;
    for (int to = 0; to < length; to += valueBytes) {
      int from = (int) (view.distance(place++) * valueBytes);
      copy.put(to, stored, from, valueBytes);
    }
    return copy.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }
}
