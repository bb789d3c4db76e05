package dev.lethe.clip.image;

import dev.lethe.api.image.RgbImage;

/**
 * Resizes a picture so that its shorter side fits and crops the centre. Only what the crop shows is
 * computed, so that a very long picture takes no more memory than another.
 */
final class CentredResize {
  private static final int CHANNELS = 3;

  private CentredResize() {}

  /** Returns {@code size * size * 3} bytes, row by row. */
  static byte[] shortestSide(RgbImage image, int size) {
    int shorter = Math.min(image.width(), image.height());
    Axis columns = axis(image.width(), shorter, size);
    Axis rows = axis(image.height(), shorter, size);
    int firstRow = rows.firstInput();
    byte[] wide = horizontally(image, columns, firstRow, rows.lastInput() - firstRow, size);
    return vertically(wide, rows, firstRow, size);
  }

  /** As torchvision: the longer side is rounded down, the offset of the crop half to even. */
  private static Axis axis(int length, int shorter, int size) {
    long resized = length == shorter ? size : (long) size * length / shorter;
    long offset = (long) Math.rint((resized - size) / 2.0);
    return new Axis(length, resized, offset, size);
  }

  private static byte[] horizontally(
      RgbImage image, Axis columns, int firstRow, int rowCount, int size) {
    byte[] in = image.rgb();
    byte[] out = new byte[Math.multiplyExact(rowCount, size * CHANNELS)];
    int place = 0;
    for (int row = firstRow; row < firstRow + rowCount; row++) {
      int start = row * image.width() * CHANNELS;
      for (int x = 0; x < size; x++) {
        for (int channel = 0; channel < CHANNELS; channel++) {
          out[place++] = columns.weigh(x, in, start + channel, CHANNELS);
        }
      }
    }
    return out;
  }

  private static byte[] vertically(byte[] in, Axis rows, int firstRow, int size) {
    byte[] out = new byte[size * size * CHANNELS];
    int stride = size * CHANNELS;
    for (int y = 0; y < size; y++) {
      for (int i = 0; i < stride; i++) {
        out[y * stride + i] = rows.weigh(y, in, i - firstRow * stride, stride);
      }
    }
    return out;
  }
}
