package dev.lethe.tensor.pickle;

import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.stored.StoredTensor;

/** Which values of a storage are a tensor's, certain to lie within it. */
final class TensorView {
  /** PyTorch's own limit. */
  private static final int MOST_DIMENSIONS = 64;

  private final Storage storage;
  private final long offset;
  private final long[] sizes;
  private final long[] strides;

  /**
   * Creates a view.
   *
   * @throws RefusedException if it would show what is not in the storage, or more values than it
   *     has
   */
  TensorView(Storage storage, long offset, long[] sizes, long[] strides) {
    if (sizes.length != strides.length || sizes.length > MOST_DIMENSIONS) {
      throw new RefusedException(
          "a tensor has %d sizes and %d strides", sizes.length, strides.length);
    }
    this.storage = storage;
    this.offset = offset;
    this.sizes = sizes;
    this.strides = strides;
    try {
      if (offset < 0 || Math.addExact(offset, span()) > storage.size()) {
        throw new RefusedException(
            "a tensor of %s from value %d does not lie within its storage of %d values",
            shape(), offset, storage.size());
      }
      if (count() > storage.size()) {
        throw new RefusedException(
            "a tensor of %s repeats the values of its storage of %d; save a copy of it (clone)",
            shape(), storage.size());
      }
    } catch (ArithmeticException e) {
      throw new RefusedException("a tensor is larger than any file");
    }
  }

  Storage storage() {
    return storage;
  }

  Shape shape() {
    return new Shape(sizes);
  }

  StoredTensor named(String name) {
    return new StoredTensor(name, storage.type(), shape());
  }

  long offset() {
    return offset;
  }

  /** Returns how far a value lies from the view's first one, by its place in the tensor's order. */
  long distance(long place) {
    long distance = 0;
    long rest = place;
    for (int i = sizes.length - 1; i >= 0; i--) {
      distance += rest % sizes[i] * strides[i];
      rest /= sizes[i];
    }
    return distance;
  }

  /** Returns the number of values. */
  long count() {
    long count = 1;
    for (long size : sizes) {
      count = Math.multiplyExact(count, size);
    }
    return count;
  }

  /** Returns how many values of the storage lie between the first and the last, both included. */
  long span() {
    long last = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] < 0 || strides[i] < 0) {
        throw new RefusedException("a tensor has a size or a stride below 0");
      }
      last = Math.addExact(last, Math.multiplyExact(Math.max(0, sizes[i] - 1), strides[i]));
    }
    return count() == 0 ? 0 : last + 1;
  }

  /** Returns whether the values lie side by side in the tensor's order. */
  boolean isContiguous() {
    if (count() == 0) {
      return true;
    }
    long expected = 1;
    for (int i = sizes.length - 1; i >= 0; i--) {
      if (sizes[i] != 1 && strides[i] != expected) {
        return false;
      }
      expected *= sizes[i];
    }
    return true;
  }
}
