package dev.lethe.data.image;

import dev.lethe.api.image.RgbImage;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * Decodes palettes, grey and colour of any depth. Works on samples, because {@code
 * BufferedImage.getRGB} manages colours and so changes greys; alpha is dropped, not blended.
 */
final class BitmapDecoder {
  private BitmapDecoder() {}

  static RgbImage decode(String format, byte[] content) throws IOException {
    try (PictureReader reader = new PictureReader(format, content)) {
      BufferedImage image = reader.open().read(0);
      return image.getColorModel() instanceof IndexColorModel palette
          ? lookUp(image.getRaster(), palette)
          : scale(image.getRaster());
    }
  }

  private static RgbImage lookUp(Raster raster, IndexColorModel palette) {
    int width = raster.getWidth();
    byte[] rgb = new byte[width * raster.getHeight() * 3];
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int index : row) {
        int known = Math.min(index, palette.getMapSize() - 1);
        rgb[at++] = (byte) palette.getRed(known);
        rgb[at++] = (byte) palette.getGreen(known);
        rgb[at++] = (byte) palette.getBlue(known);
      }
    }
    return new RgbImage(width, raster.getHeight(), rgb);
  }

  private static RgbImage scale(Raster raster) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    int[] source = bands < 3 ? new int[] {0, 0, 0} : new int[] {0, 1, 2};
    byte[] rgb = new byte[width * raster.getHeight() * 3];
    int[] row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int channel = 0; channel < 3; channel++) {
        int bits = raster.getSampleModel().getSampleSize(source[channel]);
        for (int x = 0; x < width; x++) {
          int sample = row[x * bands + source[channel]];
          rgb[(y * width + x) * 3 + channel] = (byte) eightBits(sample, bits);
        }
      }
    }
    return new RgbImage(width, raster.getHeight(), rgb);
  }

  private static int eightBits(int sample, int bits) {
    return bits < 8 ? sample * 255 / ((1 << bits) - 1) : sample >> (bits - 8);
  }
}
