package dev.lethe.image.resize;

/** Takes the nearest pixel: what Pillow does with palettes whatever it is asked for. */
final class NearestResize {
  private final Side columns;
  private final Side rows;
  private final int channels;

  NearestResize(Side columns, Side rows, int channels) {
    this.columns = columns;
    this.rows = rows;
    this.channels = channels;
  }

  /** Returns {@code rows.count() * columns.count() * channels} bytes, row by row. */
  byte[] resize(byte[] samples) {
    int[] across = nearest(columns);
    byte[] out = new byte[rows.count() * columns.count() * channels];
    int place = 0;
    for (int row : nearest(rows)) {
      for (int column : across) {
        int from = (row * columns.length() + column) * channels;
        System.arraycopy(samples, from, out, place, channels);
        place += channels;
      }
    }
    return out;
  }

  /** Adds step by step, as Pillow does: rounding decides between two pixels that are as near. */
  private static int[] nearest(Side side) {
    int[] nearest = new int[side.count()];
    double scale = (double) side.length() / side.resized();
    double at = scale * 0.5;
    for (long skipped = 0; skipped < side.offset(); skipped++) {
      at += scale;
    }
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = Math.min((int) at, side.length() - 1);
      at += scale;
    }
    return nearest;
  }
}
