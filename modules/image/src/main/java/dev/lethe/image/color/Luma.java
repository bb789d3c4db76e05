package dev.lethe.image.color;

/** The grey of a color, as Pillow's {@code convert('L')} rounds it (ITU-R 601). */
final class Luma {
  private Luma() {}

  /** Returns the grey of the pixel whose red is at {@code place}. */
  static int of(byte[] rgb, int place) {
    int red = rgb[place] & 0xff;
    int green = rgb[place + 1] & 0xff;
    int blue = rgb[place + 2] & 0xff;
    return 19595 * red + 38470 * green + 7471 * blue + 0x8000 >> 16;
  }
}
