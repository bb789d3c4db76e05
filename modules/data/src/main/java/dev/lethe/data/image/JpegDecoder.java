package dev.lethe.data.image;

import dev.lethe.api.image.RgbImage;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * Decodes JPEG to the samples as they are stored and converts these as libjpeg and Pillow do:
 * colour profiles, which the JDK would apply, are ignored.
 */
final class JpegDecoder {
  private JpegDecoder() {}

  static RgbImage decode(byte[] content) throws IOException {
    JpegSegments segments = JpegSegments.of(content);
    try (PictureReader reader = new PictureReader("jpeg", segments.bare())) {
      Raster raster = reader.open().readRaster(0, null);
      return convert(raster, JpegColours.of(segments, raster.getNumBands()));
    }
  }

  private static RgbImage convert(Raster raster, JpegColours colours) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    byte[] rgb = new byte[width * raster.getHeight() * 3];
    int[] row = new int[width * bands];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++, at += 3) {
        colours.convert(row, x * bands, rgb, at);
      }
    }
    return new RgbImage(width, raster.getHeight(), rgb);
  }
}
