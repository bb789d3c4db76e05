package dev.lethe.data.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.lethe.api.image.Colors;
import dev.lethe.api.image.Picture;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.image.StoredImage;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * Decodes WebP with TwelveMonkeys, which gives four pixels of a lossy picture the color difference
 * that they share in the file; libwebp interpolates between these, and so does this.
 */
final class WebPDecoder {
  private WebPDecoder() {}

  static Picture decode(byte[] content, Claim claim) throws IOException {
    WebPChunks chunks = WebPChunks.of(content);
    try (PictureReader reader = new PictureReader(new WebPImageReaderSpi(), chunks.bare())) {
      Raster raster = reader.open(claim).read(0).getRaster();
      int channels = chunks.isTransparent() && raster.getNumBands() == 4 ? 4 : 3;
      byte[] samples = samples(raster, channels);
      if (chunks.isLossy()) {
        new ColorDifferences(raster).interpolate(samples, channels);
      }
      return channels == Colors.RGBA.bytes()
          ? new StoredImage(raster.getWidth(), raster.getHeight(), Colors.RGBA, samples)
          : new RgbImage(raster.getWidth(), raster.getHeight(), samples);
    }
  }

  private static byte[] samples(Raster raster, int channels) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    byte[] out = new byte[Math.multiplyExact(channels * width, raster.getHeight())];
    int[] row = new int[width * bands];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < channels; channel++) {
          out[at++] = (byte) row[x * bands + channel];
        }
      }
    }
    return out;
  }
}
