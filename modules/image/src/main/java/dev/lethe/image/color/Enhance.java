package dev.lethe.image.color;

import dev.lethe.api.image.RgbImage;

/**
 * Pillow's {@code ImageEnhance}: blends a picture with one that lacks what is enhanced. A factor of
 * 0 gives that one, 1 the picture itself, and more overshoots. Computed in 32-bit floats, rounded
 * down to 8 bits.
 */
public final class Enhance {
  private static final int RGB = 3;

  private Enhance() {}

  /** Blends with black. */
  public static RgbImage brightness(RgbImage picture, double factor) {
    return blend(picture, factor, pixel -> 0);
  }

  /** Blends with the mean grey of the picture. */
  public static RgbImage contrast(RgbImage picture, double factor) {
    long sum = 0;
    for (int pixel = 0; pixel < picture.rgb().length; pixel += RGB) {
      sum += Luma.of(picture.rgb(), pixel);
    }
    long pixels = picture.rgb().length / RGB;
    int mean = (int) ((double) sum / pixels + 0.5);
    return blend(picture, factor, pixel -> mean);
  }

  /** Blends with the picture in grey. */
  public static RgbImage saturation(RgbImage picture, double factor) {
    return blend(picture, factor, pixel -> Luma.of(picture.rgb(), pixel));
  }

  private static RgbImage blend(RgbImage picture, double factor, Lacking lacking) {
    byte[] rgb = picture.rgb();
    byte[] out = new byte[rgb.length];
    float share = (float) factor;
    for (int pixel = 0; pixel < rgb.length; pixel += RGB) {
      int grey = lacking.at(pixel);
      for (int i = pixel; i < pixel + RGB; i++) {
        float value = grey + share * ((rgb[i] & 0xff) - grey);
        out[i] = (byte) Math.max(0, Math.min(255, (int) value));
      }
    }
    return new RgbImage(picture.width(), picture.height(), out);
  }

  /** The grey of a pixel, by the place of its red, in the picture that lacks something. */
  @FunctionalInterface
  private interface Lacking {
    int at(int pixel);
  }
}
