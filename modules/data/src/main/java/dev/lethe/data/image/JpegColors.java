package dev.lethe.data.image;

import java.io.IOException;

/**
 * What the samples of a JPEG mean, and how they become RGB or CMYK: with libjpeg's integer
 * arithmetic.
 */
enum JpegColors {
  GREY {
    @Override
    void convert(int[] samples, int from, byte[] rgb, int to) {
      rgb[to] = rgb[to + 1] = rgb[to + 2] = (byte) samples[from];
    }
  },
  RGB {
    @Override
    void convert(int[] samples, int from, byte[] rgb, int to) {
      for (int channel = 0; channel < 3; channel++) {
        rgb[to + channel] = (byte) samples[from + channel];
      }
    }
  },
  YCBCR {
    @Override
    void convert(int[] samples, int from, byte[] rgb, int to) {
      int y = samples[from];
      int cb = samples[from + 1] - 128;
      int cr = samples[from + 2] - 128;
      rgb[to] = clip(y + (91881 * cr + HALF >> 16)); // 1.40200 * 2^16
      rgb[to + 1] = clip(y + (-22554 * cb - 46802 * cr + HALF >> 16)); // .34414, .71414
      rgb[to + 2] = clip(y + (116130 * cb + HALF >> 16)); // 1.77200
    }
  },
  /** Stored inverted, as Adobe does and everybody after it. */
  CMYK {
    @Override
    void convert(int[] samples, int from, byte[] cmyk, int to) {
      for (int channel = 0; channel < 4; channel++) {
        cmyk[to + channel] = (byte) (255 - samples[from + channel]);
      }
    }
  },
  /** Inks whose first three samples went through the same transform as RGB. */
  YCCK {
    @Override
    void convert(int[] samples, int from, byte[] cmyk, int to) {
      YCBCR.convert(samples, from, cmyk, to);
      cmyk[to + 3] = (byte) (255 - samples[from + 3]);
    }
  };

  private static final int HALF = 1 << 15;

  /**
   * Says what samples mean, by the rules of libjpeg.
   *
   * @throws IOException if nobody knows
   */
  static JpegColors of(JpegSegments segments, int bands) throws IOException {
    return switch (bands) {
      case 1 -> GREY;
      case 3 -> isRgb(segments) ? RGB : YCBCR;
      case 4 -> segments.adobe() == 2 ? YCCK : CMYK;
      default -> throw new IOException("expected 1, 3 or 4 channels, found " + bands);
    };
  }

  /** Writes the bytes of one pixel, as many as there are channels. */
  abstract void convert(int[] samples, int from, byte[] out, int to);

  /** Returns 3 for RGB, 4 for CMYK. */
  int channels() {
    return this == CMYK || this == YCCK ? 4 : 3;
  }

  private static boolean isRgb(JpegSegments segments) {
    if (segments.jfif()) {
      return false;
    }
    return segments.adobe() >= 0 ? segments.adobe() == 0 : segments.components().equals("RGB");
  }

  private static byte clip(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
