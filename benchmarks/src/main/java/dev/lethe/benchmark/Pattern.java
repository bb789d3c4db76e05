package dev.lethe.benchmark;

import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.RgbImage;

/** A square picture that the reference paints with the same arithmetic. */
record Pattern(int side) implements ImageFile {

  @Override
  public String name() {
    return "a pattern";
  }

  @Override
  public RgbImage read() {
    byte[] rgb = new byte[side * side * 3];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      rgb[i] = (byte) (pixel % side * 7 + pixel / side * 13 + i % 3 * 29);
    }
    return new RgbImage(side, side, rgb);
  }
}
