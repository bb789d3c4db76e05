package dev.lethe.demo.world;

import dev.lethe.api.image.RgbImage;

/** A square picture being painted, region by region, with soft edges one pixel wide. */
final class Canvas {
  private final int size;
  private final double[] rgb;

  Canvas(int size) {
    this.size = size;
    rgb = new double[size * size * 3];
  }

  void fill(Region region, Color color) {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double distance = region.distance((column + 0.5) / size, (row + 0.5) / size);
        double coverage = Math.min(1, Math.max(0, 0.5 - distance * size));
        if (coverage > 0) {
          int at = (row * size + column) * 3;
          rgb[at] += coverage * (color.red() - rgb[at]);
          rgb[at + 1] += coverage * (color.green() - rgb[at + 1]);
          rgb[at + 2] += coverage * (color.blue() - rgb[at + 2]);
        }
      }
    }
  }

  /**
   * Lights the picture.
   *
   * @param gain the brightness in the middle
   * @param across how much brighter it is at the right border than at the left
   * @param down how much brighter it is at the bottom than at the top
   */
  void light(double gain, double across, double down) {
    for (int i = 0; i < rgb.length; i++) {
      double x = (i / 3 % size + 0.5) / size - 0.5;
      double y = (i / 3 / size + 0.5) / size - 0.5;
      rgb[i] *= gain + across * x + down * y;
    }
  }

  void noise(Draw draw, double deviation) {
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] += draw.around(deviation);
    }
  }

  RgbImage toImage() {
    byte[] bytes = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      bytes[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, rgb[i])));
    }
    return new RgbImage(size, size, bytes);
  }
}
