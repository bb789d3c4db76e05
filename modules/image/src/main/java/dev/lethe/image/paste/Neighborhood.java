package dev.lethe.image.paste;

import dev.lethe.api.image.RgbImage;

/**
 * The 4 x 4 pixels around a point between pixels. Columns beyond an edge are that edge, and so are
 * rows above the first; below the last, a row repeats what the one before it gave.
 */
record Neighborhood(RgbImage picture, int x, int y, double dx, double dy) {
  private static final int RGB = 3;

  static Neighborhood of(RgbImage picture, double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    return new Neighborhood(picture, column - 1, row - 1, x - column, y - row);
  }

  /** Writes the three bytes of the color at the point. */
  void write(byte[] rgb, int place) {
    for (int channel = 0; channel < RGB; channel++) {
      double first = across(Math.max(0, y), channel);
      double second = below(y + 1, channel, first);
      double third = below(y + 2, channel, second);
      double fourth = below(y + 3, channel, third);
      double value = cubic(first, second, third, fourth, dy);
      rgb[place + channel] = (byte) Math.max(0, Math.min(255, value));
    }
  }

  private double below(int row, int channel, double before) {
    return row >= 0 && row < picture.height() ? across(row, channel) : before;
  }

  private double across(int row, int channel) {
    return cubic(
        value(x, row, channel),
        value(x + 1, row, channel),
        value(x + 2, row, channel),
        value(x + 3, row, channel),
        dx);
  }

  private int value(int column, int row, int channel) {
    int inside = Math.max(0, Math.min(picture.width() - 1, column));
    return picture.rgb()[RGB * (row * picture.width() + inside) + channel] & 0xff;
  }

  private static double cubic(double a, double b, double c, double d, double at) {
    double linear = -a + c;
    double square = 2 * (a - b) + c - d;
    double cube = -a + b - c + d;
    return b + at * (linear + at * (square + at * cube));
  }
}
