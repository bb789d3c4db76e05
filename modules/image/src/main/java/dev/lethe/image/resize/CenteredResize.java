package dev.lethe.image.resize;

import dev.lethe.api.image.Colors;
import dev.lethe.api.image.Picture;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.image.StoredImage;

/**
 * Resizes a picture so that its shorter side fits, crops the center and makes it RGB, in this
 * order: what comes of a palette, of transparency, inks and deep greys depends on it.
 */
final class CenteredResize {
  private static final int RGB = 3;

  private final Side columns;
  private final Side rows;

  private CenteredResize(Picture picture, int size) {
    int shorter = Math.min(picture.width(), picture.height());
    columns = Side.centered(picture.width(), shorter, size);
    rows = Side.centered(picture.height(), shorter, size);
  }

  /** Returns {@code size * size} pixels. */
  static RgbImage shortestSide(Picture picture, int size) {
    CenteredResize resize = new CenteredResize(picture, size);
    if (picture instanceof StoredImage stored) {
      return new StoredImage(size, size, stored.colors(), resize.stored(stored)).toRgb();
    }
    return new RgbImage(size, size, resize.cubic(picture.toRgb().rgb(), RGB));
  }

  private byte[] stored(StoredImage image) {
    Colors colors = image.colors();
    return switch (colors) {
      case PALETTE -> new NearestResize(columns, rows, colors.bytes()).resize(image.samples());
      case RGBA -> transparent(image.samples(), colors.bytes());
      case CMYK -> cubic(image.samples(), colors.bytes());
      case DEEP_GREY -> new DeepResize(columns, rows).resize(image.samples());
    };
  }

  private byte[] transparent(byte[] rgba, int channels) {
    return columns.isResized() || rows.isResized()
        ? Opacity.divide(cubic(Opacity.multiply(rgba), channels))
        : cubic(rgba, channels);
  }

  private byte[] cubic(byte[] samples, int channels) {
    return new CubicResize(columns, rows, channels).resize(samples);
  }
}
