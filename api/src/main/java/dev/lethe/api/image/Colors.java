package dev.lethe.api.image;

/** What samples mean, and how Pillow's {@code convert('RGB')} makes RGB of them. */
public enum Colors {
  /** Red, green, blue of a palette's entry: there is nothing between two of them. */
  PALETTE(3) {
    @Override
    void convert(byte[] samples, int from, byte[] rgb, int to) {
      System.arraycopy(samples, from, rgb, to, 3);
    }
  },
  /** Red, green, blue and opacity; the opacity is dropped, not blended. */
  RGBA(4) {
    @Override
    void convert(byte[] samples, int from, byte[] rgb, int to) {
      System.arraycopy(samples, from, rgb, to, 3);
    }
  },
  /** Cyan, magenta, yellow, black; 255 is the most ink. Profiles are ignored. */
  CMYK(4) {
    @Override
    void convert(byte[] samples, int from, byte[] rgb, int to) {
      int light = 255 - (samples[from + 3] & 0xff);
      for (int channel = 0; channel < 3; channel++) {
        int product = (samples[from + channel] & 0xff) * light + 128;
        rgb[to + channel] = (byte) Math.max(0, light - ((product >> 8) + product >> 8));
      }
    }
  },
  /** Grey from 0 to 65535, its upper byte first. What is above 255 becomes white. */
  DEEP_GREY(2) {
    @Override
    void convert(byte[] samples, int from, byte[] rgb, int to) {
      byte grey = samples[from] == 0 ? samples[from + 1] : (byte) 255;
      rgb[to] = rgb[to + 1] = rgb[to + 2] = grey;
    }
  };

  private final int bytes;

  Colors(int bytes) {
    this.bytes = bytes;
  }

  /** Returns the bytes of a pixel. */
  public int bytes() {
    return bytes;
  }

  /** Writes the three bytes of one pixel. */
  abstract void convert(byte[] samples, int from, byte[] rgb, int to);
}
