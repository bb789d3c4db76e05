package dev.lethe.image.resize;

/**
 * What is wanted of one side of a picture: it is resized, and the middle of it is kept.
 *
 * @param length pixels of the original
 * @param resized pixels after resizing
 * @param offset the first resized pixel that is kept
 * @param count how many are kept
 */
record Side(int length, long resized, long offset, int count) {

  /**
   * As torchvision's {@code Resize} and {@code CenterCrop}: the longer side is rounded down, the
   * offset of the crop half to even.
   *
   * @param length of this side
   * @param shorter the length of the shorter side
   * @param size pixels a side of the result
   */
  static Side centered(int length, int shorter, int size) {
    long resized = length == shorter ? size : (long) size * length / shorter;
    return new Side(length, resized, (long) Math.rint((resized - size) / 2.0), size);
  }

  /** Keeps all of a resized side. */
  static Side whole(int length, int resized) {
    return new Side(length, resized, 0, resized);
  }

  boolean isResized() {
    return length != resized;
  }
}
