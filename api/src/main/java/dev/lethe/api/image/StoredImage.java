package dev.lethe.api.image;

/**
 * A picture that is not RGB by nature.
 *
 * @param width pixels in a row, at least 1
 * @param height rows, at least 1
 * @param colors what the samples mean
 * @param samples {@code height * width * colors.bytes()} bytes, row by row; not copied, so treat it
 *     as read-only
 */
public record StoredImage(int width, int height, Colors colors, byte[] samples) implements Picture {

  /** Checks that the samples fill the picture. */
  public StoredImage {
    if (width < 1 || height < 1 || samples.length != (long) width * height * colors.bytes()) {
      throw new IllegalArgumentException(
          "expected width * height * %d bytes, found %d for %d x %d"
              .formatted(colors.bytes(), samples.length, width, height));
    }
  }

  @Override
  public RgbImage toRgb() {
    byte[] rgb = new byte[Math.multiplyExact(width * height, 3)];
    for (int pixel = 0; pixel < width * height; pixel++) {
      colors.convert(samples, pixel * colors.bytes(), rgb, 3 * pixel);
    }
    return new RgbImage(width, height, rgb);
  }
}
