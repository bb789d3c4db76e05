package dev.lethe.data.image;

import dev.lethe.api.image.Colors;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.image.StoredImage;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What one of the JDK's decoders leaves of a picture. Works on samples, because {@code
 * BufferedImage.getRGB} manages colors and so changes greys.
 */
final class Bitmap {
  private final Raster raster;
  private final @Nullable IndexColorModel palette;

  private Bitmap(BufferedImage image) {
    raster = image.getRaster();
    palette = image.getColorModel() instanceof IndexColorModel indexed ? indexed : null;
  }

  /**
   * Decodes the first picture of a file.
   *
   * @param claim what its header says
   * @throws IOException if it is damaged or cut short
   */
  static Bitmap read(String format, byte[] content, Claim claim) throws IOException {
    try (PictureReader reader = new PictureReader(format, content)) {
      return new Bitmap(reader.open(claim).read(0));
    }
  }

  /** Returns whether there is a palette that is more than a way to write greys. */
  boolean isIndexed() {
    if (palette == null) {
      return false;
    }
    for (int i = 0; i < palette.getMapSize(); i++) {
      if (palette.getRed(i) != i || palette.getGreen(i) != i || palette.getBlue(i) != i) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether each pixel has an opacity. */
  boolean isTransparent() {
    return palette == null && raster.getNumBands() % 2 == 0;
  }

  /** Returns the colors; greys of any depth become 8-bit RGB. */
  RgbImage rgb() {
    return new RgbImage(raster.getWidth(), raster.getHeight(), palette == null ? bands(3) : look());
  }

  /** Returns the colors as those of a palette, of which greys of 1 bit are one. */
  StoredImage indexed() {
    return stored(Colors.PALETTE, rgb().rgb());
  }

  /** Returns the colors and their opacity. */
  StoredImage rgba() {
    return stored(Colors.RGBA, bands(4));
  }

  /** Returns greys of 16 bits. */
  StoredImage deepGrey() {
    int[] row = new int[raster.getWidth()];
    byte[] greys = new byte[Math.multiplyExact(2 * row.length, raster.getHeight())];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int grey : raster.getSamples(0, y, row.length, 1, 0, row)) {
        greys[at++] = (byte) (grey >> 8);
        greys[at++] = (byte) grey;
      }
    }
    return stored(Colors.DEEP_GREY, greys);
  }

  private StoredImage stored(Colors colors, byte[] samples) {
    return new StoredImage(raster.getWidth(), raster.getHeight(), colors, samples);
  }

  private byte[] look() {
    int[] row = new int[raster.getWidth()];
    byte[] rgb = new byte[Math.multiplyExact(3 * row.length, raster.getHeight())];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int index : raster.getSamples(0, y, row.length, 1, 0, row)) {
        int known = Math.min(index, palette.getMapSize() - 1);
        rgb[at++] = (byte) palette.getRed(known);
        rgb[at++] = (byte) palette.getGreen(known);
        rgb[at++] = (byte) palette.getBlue(known);
      }
    }
    return rgb;
  }

  /** Returns the first bands as 8 bits; a grey stands for three colors. */
  private byte[] bands(int channels) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    byte[] out = new byte[Math.multiplyExact(channels * width, raster.getHeight())];
    int[] row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int channel = 0; channel < channels; channel++) {
        int band = bands < 3 ? channel / 3 : channel;
        int bits = raster.getSampleModel().getSampleSize(band);
        for (int x = 0; x < width; x++) {
          out[(y * width + x) * channels + channel] = (byte) eightBits(row[x * bands + band], bits);
        }
      }
    }
    return out;
  }

  private static int eightBits(int sample, int bits) {
    return bits < 8 ? sample * 255 / ((1 << bits) - 1) : sample >> (bits - 8);
  }
}
