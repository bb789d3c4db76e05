package dev.lethe.data.image;

import dev.lethe.api.image.Colors;
import java.io.IOException;

/**
 * What a file says of its picture before anything is decoded.
 *
 * @param width pixels in a row
 * @param height rows
 * @param perPixel bytes of memory that decoding takes for each pixel
 * @param least the fewest bytes into which its format packs so many pixels
 * @param held how many bytes the file has for them, at most
 */
record Claim(long width, long height, double perPixel, double least, long held) {
  /** As many as Pillow reads without a warning; 268 MB as RGB. */
  static final long MOST_PIXELS = 89_478_485;

  /** What a row, or a column, becomes when the picture is resized. */
  private static final long RESIZED = 1 << 10;

  /**
   * Returns what decoding takes for each pixel: what is made of the decoded samples, and beside it
   * these or, later, the colors multiplied with their opacity.
   */
  static double perPixel(double decoded, int made) {
    return made + Math.max(decoded, Colors.RGBA.bytes());
  }

  /**
   * Returns this, if a file can keep it.
   *
   * @throws IOException if there are no pixels, too many, or more than the file can hold
   */
  Claim kept() throws IOException {
    if (width < 1 || height < 1) {
      throw new IOException("it is damaged: it has %d x %d pixels".formatted(width, height));
    }
    if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
      throw new IOException(
          "expected at most %d pixels, found %d x %d".formatted(MOST_PIXELS, width, height));
    }
    if (held < least) {
      throw new IOException(
          "it is cut short or made to fill memory: it claims %d x %d pixels, which take at least %.0f bytes, and has %d"
              .formatted(width, height, Math.ceil(least), held));
    }
    return this;
  }

  /** Returns the most bytes of memory that decoding and resizing take at once. */
  long memory() {
    return (long) Math.ceil(width * height * perPixel) + RESIZED * Math.min(width, height);
  }
}
