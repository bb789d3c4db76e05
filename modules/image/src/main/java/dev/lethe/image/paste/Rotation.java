package dev.lethe.image.paste;

import dev.lethe.api.image.RgbImage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Pillow's {@code Image.rotate} with {@code BICUBIC} and {@code expand}: cubic convolution (Keys
 * 1981, a = -1) of 4 x 4 neighbors, in double precision.
 */
public final class Rotation {
  private static final int DECIMALS = 15;

  private final double cos;
  private final double sin;

  /** Turns by whole degrees, counter-clockwise about the center. */
  public Rotation(int degrees) {
    double angle = -Math.toRadians(Math.floorMod(degrees, 360));
    cos = round(Math.cos(angle));
    sin = round(Math.sin(angle));
  }

  /** Turns a picture, on a canvas that holds all of it. */
  public Turned turn(RgbImage picture) {
    int w = picture.width();
    int h = picture.height();
    if (cos == 1) {
      boolean[] whole = new boolean[w * h];
      Arrays.fill(whole, true);
      return new Turned(picture, whole);
    }
    double left = cos * (-w / 2.0) + sin * (-h / 2.0) + w / 2.0;
    double top = -sin * (-w / 2.0) + cos * (-h / 2.0) + h / 2.0;
    int width = span(left, cos * w + left, cos * w + sin * h + left, sin * h + left);
    int height = span(top, -sin * w + top, -sin * w + cos * h + top, cos * h + top);
    double dx = -(width - w) / 2.0;
    double dy = -(height - h) / 2.0;
    double startX = cos * dx + sin * dy + left;
    double startY = -sin * dx + cos * dy + top;
    byte[] rgb = new byte[3 * width * height];
    boolean[] covered = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double fromX = cos * (x + 0.5) + sin * (y + 0.5) + startX;
        double fromY = -sin * (x + 0.5) + cos * (y + 0.5) + startY;
        int place = y * width + x;
        covered[place] = fromX >= 0 && fromX < w && fromY >= 0 && fromY < h;
        if (covered[place]) {
          Neighborhood.of(picture, fromX - 0.5, fromY - 0.5).write(rgb, 3 * place);
        }
      }
    }
    return new Turned(new RgbImage(width, height, rgb), covered);
  }

  private static int span(double... corners) {
    double[] sorted = corners.clone();
    Arrays.sort(sorted);
    return (int) (Math.ceil(sorted[sorted.length - 1]) - Math.floor(sorted[0]));
  }

  private static double round(double value) {
    return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }
}
