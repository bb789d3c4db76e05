package dev.lethe.data.image;

import dev.lethe.api.image.Colors;
import dev.lethe.api.image.Picture;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.image.StoredImage;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * Decodes JPEG to the samples as they are stored and converts these as libjpeg does: color
 * profiles, which the JDK would apply, are ignored.
 */
final class JpegDecoder {
  private JpegDecoder() {}

  static Picture decode(byte[] content, Claim claim) throws IOException {
    JpegSegments segments = JpegSegments.of(content);
    try (PictureReader reader = new PictureReader("jpeg", segments.bare())) {
      Raster raster = reader.open(claim).readRaster(0, null);
      return convert(raster, JpegColors.of(segments, raster.getNumBands()));
    }
  }

  private static Picture convert(Raster raster, JpegColors colors) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    int channels = colors.channels();
    byte[] out = new byte[Math.multiplyExact(width * channels, raster.getHeight())];
    int[] row = new int[width * bands];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++, at += channels) {
        colors.convert(row, x * bands, out, at);
      }
    }
    return channels == Colors.CMYK.bytes()
        ? new StoredImage(width, raster.getHeight(), Colors.CMYK, out)
        : new RgbImage(width, raster.getHeight(), out);
  }
}
