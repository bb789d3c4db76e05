package dev.lethe.data.image;

import java.awt.image.Raster;

/**
 * How much redder and bluer than its grey a picture is, in squares of 2 x 2 pixels, as video codecs
 * keep it (Rec. 601).
 */
final class ColorDifferences {
  private static final float RED = .299f;
  private static final float GREEN = .587f;
  private static final float BLUE = .114f;

  private final int width;
  private final int height;
  private final int across;
  private final int down;
  private final float[] red;
  private final float[] blue;

  /**
   * Finds the differences of a picture in which all pixels of a square have the same.
   *
   * @param picture red, green and blue of 8 bits in its first bands
   */
  ColorDifferences(Raster picture) {
    width = picture.getWidth();
    height = picture.getHeight();
    across = (width + 1) / 2;
    down = (height + 1) / 2;
    red = new float[across * down];
    blue = new float[across * down];
    int bands = picture.getNumBands();
    int[] row = new int[width * bands];
    for (int y = 0; y < height; y++) {
      picture.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        float grey = grey(row[x * bands], row[x * bands + 1], row[x * bands + 2]);
        float share = 1f / pixels(x, y);
        int square = y / 2 * across + x / 2;
        red[square] += share * (row[x * bands] - grey);
        blue[square] += share * (row[x * bands + 2] - grey);
      }
    }
  }

  /**
   * Changes the colors of the picture to those that differ little from pixel to pixel: the nearest
   * square counts 9, its two neighbors beside the pixel 3 each, the one across 1.
   *
   * @param samples of the picture, row by row
   * @param channels of a pixel in {@code samples}
   */
  void interpolate(byte[] samples, int channels) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = (y * width + x) * channels;
        float grey = grey(samples[at] & 0xff, samples[at + 1] & 0xff, samples[at + 2] & 0xff);
        float redder = between(red, x, y);
        float bluer = between(blue, x, y);
        samples[at] = clip(grey + redder);
        samples[at + 1] = clip(grey - (RED * redder + BLUE * bluer) / GREEN);
        samples[at + 2] = clip(grey + bluer);
      }
    }
  }

  private float between(float[] differences, int x, int y) {
    int near = y / 2 * across;
    int far = other(y, down) * across;
    int beside = other(x, across);
    return (9 * differences[near + x / 2]
            + 3 * differences[near + beside]
            + 3 * differences[far + x / 2]
            + differences[far + beside])
        / 16;
  }

  /** Returns the second nearest square, or the nearest where there is none. */
  private static int other(int pixel, int squares) {
    int square = pixel / 2 + (pixel % 2 == 0 ? -1 : 1);
    return Math.max(0, Math.min(squares - 1, square));
  }

  private int pixels(int x, int y) {
    return (x == width - 1 && x % 2 == 0 ? 1 : 2) * (y == height - 1 && y % 2 == 0 ? 1 : 2);
  }

  private static float grey(int red, int green, int blue) {
    return RED * red + GREEN * green + BLUE * blue;
  }

  private static byte clip(float value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }
}
