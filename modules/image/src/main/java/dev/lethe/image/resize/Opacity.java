package dev.lethe.image.resize;

/** Multiplies colors with their opacity and back, as Pillow does around resizing. */
final class Opacity {
  private static final int CHANNELS = 4;

  private Opacity() {}

  /** Returns {@code c * a / 255}, rounded, for each color. */
  static byte[] multiply(byte[] rgba) {
    byte[] out = rgba.clone();
    for (int i = 0; i < rgba.length; i++) {
      if (i % CHANNELS != CHANNELS - 1) {
        int product = (rgba[i] & 0xff) * (rgba[i | CHANNELS - 1] & 0xff) + 128;
        out[i] = (byte) ((product >> 8) + product >> 8);
      }
    }
    return out;
  }

  /** Returns {@code 255 * c / a}, rounded down, for each color. */
  static byte[] divide(byte[] rgba) {
    byte[] out = rgba.clone();
    for (int i = 0; i < rgba.length; i++) {
      int opacity = rgba[i | CHANNELS - 1] & 0xff;
      if (i % CHANNELS != CHANNELS - 1 && opacity != 0) {
        out[i] = (byte) Math.min(255, 255 * (rgba[i] & 0xff) / opacity);
      }
    }
    return out;
  }
}
