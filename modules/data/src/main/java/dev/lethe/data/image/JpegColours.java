package dev.lethe.data.image;

import java.io.IOException;

/** What the samples of a JPEG mean, and how they become RGB: with libjpeg's integer arithmetic. */
enum JpegColours {
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
    void convert(int[] samples, int from, byte[] rgb, int to) {
      for (int channel = 0; channel < 3; channel++) {
        rgb[to + channel] = onBlack(samples[from + channel], samples[from + 3]);
      }
    }
  },
  /** Inverted CMYK whose first three samples went through the same transform as RGB. */
  YCCK {
    @Override
    void convert(int[] samples, int from, byte[] rgb, int to) {
      YCBCR.convert(samples, from, rgb, to);
      for (int channel = 0; channel < 3; channel++) {
        rgb[to + channel] = onBlack(255 - (rgb[to + channel] & 0xff), samples[from + 3]);
      }
    }
  };

  private static final int HALF = 1 << 15;

  /**
   * Says what samples mean, by the rules of libjpeg.
   *
   * @throws IOException if nobody knows
   */
  static JpegColours of(JpegSegments segments, int bands) throws IOException {
    return switch (bands) {
      case 1 -> GREY;
      case 3 -> isRgb(segments) ? RGB : YCBCR;
      case 4 -> segments.adobe() == 2 ? YCCK : CMYK;
      default -> throw new IOException("expected 1, 3 or 4 channels, found " + bands);
    };
  }

  /** Writes the three bytes of one pixel. */
  abstract void convert(int[] samples, int from, byte[] rgb, int to);

  private static boolean isRgb(JpegSegments segments) {
    if (segments.jfif()) {
      return false;
    }
    return segments.adobe() >= 0 ? segments.adobe() == 0 : segments.components().equals("RGB");
  }

  private static byte clip(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }

  /** Pillow's CMYK to RGB: {@code k - (255 - stored) * k / 255}, the quotient rounded. */
  private static byte onBlack(int stored, int k) {
    int product = (255 - stored) * k + 128;
    return clip(k - ((product >> 8) + product >> 8));
  }
}
