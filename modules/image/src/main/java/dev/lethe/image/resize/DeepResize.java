package dev.lethe.image.resize;

/**
 * Resizes 16-bit samples in the floating-point arithmetic of Pillow's {@code Resample.c}, rows
 * first, upper bytes first.
 */
final class DeepResize {
  private final Side columns;
  private final Side rows;

  DeepResize(Side columns, Side rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** Returns {@code rows.count() * columns.count() * 2} bytes, row by row. */
  byte[] resize(byte[] samples) {
    Kernel across = Kernel.of(columns);
    Kernel down = Kernel.of(rows);
    int begin = down.begin();
    int width = columns.count();
    byte[] wide = new byte[Math.multiplyExact(down.end() - begin, 2 * width)];
    for (int y = 0; y < down.end() - begin; y++) {
      for (int x = 0; x < width; x++) {
        int start = (y + begin) * columns.length();
        put(wide, y * width + x, weigh(across, x, samples, start, 1));
      }
    }
    byte[] out = new byte[2 * width * rows.count()];
    for (int y = 0; y < rows.count(); y++) {
      for (int x = 0; x < width; x++) {
        put(out, y * width + x, weigh(down, y, wide, x - begin * width, width));
      }
    }
    return out;
  }

  private static double weigh(Kernel kernel, int i, byte[] in, int start, int stride) {
    double sum = 0;
    int at = start + kernel.first()[i] * stride;
    for (double weight : kernel.weights()[i]) {
      sum += ((in[2 * at] & 0xff) << 8 | in[2 * at + 1] & 0xff) * weight;
      at += stride;
    }
    return sum;
  }

  private static void put(byte[] out, int at, double value) {
    int rounded = (int) (value < 0 ? value - 0.5 : value + 0.5);
    int limited = Math.max(0, Math.min(0xffff, rounded));
    out[2 * at] = (byte) (limited >> 8);
    out[2 * at + 1] = (byte) limited;
  }
}
