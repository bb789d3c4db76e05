package dev.lethe.image.resize;

/**
 * Resizes 8-bit samples, rows first. Only what the crop shows is computed, so that a very long
 * picture takes no more memory than another.
 */
final class CubicResize {
  private final Side columns;
  private final Side rows;
  private final int channels;

  CubicResize(Side columns, Side rows, int channels) {
    this.columns = columns;
    this.rows = rows;
    this.channels = channels;
  }

  /** Returns {@code rows.count() * columns.count() * channels} bytes, row by row. */
  byte[] resize(byte[] samples) {
    Kernel down = Kernel.of(rows);
    int begin = down.begin();
    byte[] wide = horizontally(samples, begin, down.end() - begin);
    int stride = columns.count() * channels;
    byte[] out = new byte[rows.count() * stride];
    Axis axis = new Axis(down);
    for (int y = 0; y < rows.count(); y++) {
      for (int i = 0; i < stride; i++) {
        out[y * stride + i] = axis.weigh(y, wide, i - begin * stride, stride);
      }
    }
    return out;
  }

  private byte[] horizontally(byte[] in, int firstRow, int rowCount) {
    Axis axis = new Axis(Kernel.of(columns));
    byte[] out = new byte[Math.multiplyExact(rowCount, columns.count() * channels)];
    int place = 0;
    for (int row = firstRow; row < firstRow + rowCount; row++) {
      int start = row * columns.length() * channels;
      for (int x = 0; x < columns.count(); x++) {
        for (int channel = 0; channel < channels; channel++) {
          out[place++] = axis.weigh(x, in, start + channel, channels);
        }
      }
    }
    return out;
  }
}
