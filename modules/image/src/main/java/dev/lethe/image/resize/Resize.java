package dev.lethe.image.resize;

import dev.lethe.api.image.Picture;
import dev.lethe.api.image.RgbImage;

/** Pillow's {@code Image.resize} with {@code BICUBIC}, to the byte. */
public final class Resize {
  private static final int RGB = 3;

  private Resize() {}

  /**
   * Resizes a picture so that its shorter side fits, crops the center and makes it RGB, as
   * torchvision's {@code Resize} and {@code CenterCrop} do.
   *
   * @param size pixels a side of the result, at least 1
   */
  public static RgbImage centered(Picture picture, int size) {
    return CenteredResize.shortestSide(picture, size);
  }

  /** Resizes a picture to exactly these sides, each at least 1. */
  public static RgbImage to(RgbImage picture, int width, int height) {
    Side columns = Side.whole(picture.width(), width);
    Side rows = Side.whole(picture.height(), height);
    return new RgbImage(width, height, new CubicResize(columns, rows, RGB).resize(picture.rgb()));
  }
}
