package dev.lethe.api.image;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An 8-bit RGB picture.
 *
 * @param width pixels in a row, at least 1
 * @param height rows, at least 1
 * @param rgb {@code height * width * 3} bytes, row by row, red first; not copied, so treat it as
 *     read-only
 */
public record RgbImage(int width, int height, byte[] rgb) implements Picture {

  /** Checks that the pixels fill the picture. */
  public RgbImage {
    if (width < 1 || height < 1 || rgb.length != (long) width * height * 3) {
      throw new IllegalArgumentException(
          "expected width * height * 3 bytes, found %d for %d x %d"
              .formatted(rgb.length, width, height));
    }
  }

  @Override
  public RgbImage toRgb() {
    return this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RgbImage image
        && image.width == width
        && image.height == height
        && Arrays.equals(image.rgb, rgb);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rgb) + width;
  }

  @Override
  public String toString() {
    return "RgbImage[%d x %d]".formatted(width, height);
  }
}
