package dev.lethe.image.color;

import dev.lethe.api.image.RgbImage;

/**
 * torchvision's {@code adjust_hue}: turns the hue of every pixel in Pillow's HSV, whose three
 * channels have 8 bits, so that colors lose a little on the way even where nothing is turned.
 */
public final class Hue {
  private static final int RGB = 3;

  private Hue() {}

  /**
   * Turns the hue.
   *
   * @param turn a share of the whole circle, from -0.5 to 0.5
   */
  public static RgbImage turn(RgbImage picture, double turn) {
    byte[] rgb = picture.rgb();
    byte[] out = new byte[rgb.length];
    int shift = (int) (255 * turn);
    for (int pixel = 0; pixel < rgb.length; pixel += RGB) {
      turn(rgb, pixel, shift, out);
    }
    return new RgbImage(picture.width(), picture.height(), out);
  }

  private static void turn(byte[] rgb, int pixel, int shift, byte[] out) {
    int red = rgb[pixel] & 0xff;
    int green = rgb[pixel + 1] & 0xff;
    int blue = rgb[pixel + 2] & 0xff;
    int most = Math.max(red, Math.max(green, blue));
    int least = Math.min(red, Math.min(green, blue));
    if (most == least) {
      put(out, pixel, most, most, most);
      return;
    }
    float range = most - least;
    int saturation = (int) (range / most * 255.0);
    if (saturation == 0) {
      put(out, pixel, most, most, most);
      return;
    }
    float redness = (most - red) / range;
    float greenness = (most - green) / range;
    float blueness = (most - blue) / range;
    float sixths;
    if (red == most) {
      sixths = blueness - greenness;
    } else if (green == most) {
      sixths = (float) (2.0 + redness - blueness);
    } else {
      sixths = (float) (4.0 + greenness - redness);
    }
    float circle = (float) ((sixths / 6.0 + 1.0) % 1.0);
    int hue = (int) (circle * 255.0) + shift & 0xff;
    fill(out, pixel, hue, saturation, most);
  }

  private static void fill(byte[] out, int pixel, int hue, int saturation, int value) {
    int sector = (int) Math.floor((float) hue * 6.0 / 255.0);
    float rest = (float) ((float) hue * 6.0 / 255.0 - (float) sector);
    float share = (float) ((float) saturation / 255.0);
    int low = rounded(value * (1.0 - share));
    int falling = rounded(value * (1.0 - share * rest));
    int rising = rounded(value * (1.0 - share * (1.0 - rest)));
    switch (sector % 6) {
      case 0 -> put(out, pixel, value, rising, low);
      case 1 -> put(out, pixel, falling, value, low);
      case 2 -> put(out, pixel, low, value, rising);
      case 3 -> put(out, pixel, low, falling, value);
      case 4 -> put(out, pixel, rising, low, value);
      default -> put(out, pixel, value, low, falling);
    }
  }

  private static int rounded(double value) {
    return (int) Math.min(255, Math.floor(value + 0.5));
  }

  private static void put(byte[] out, int pixel, int red, int green, int blue) {
    out[pixel] = (byte) red;
    out[pixel + 1] = (byte) green;
    out[pixel + 2] = (byte) blue;
  }
}
