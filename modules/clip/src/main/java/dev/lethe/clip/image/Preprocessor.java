package dev.lethe.clip.image;

import dev.lethe.api.image.Picture;
import dev.lethe.api.model.Preprocessing;

/**
 * Prepares pictures as torchvision's {@code Resize}, {@code CenterCrop}, {@code ToTensor} and
 * {@code Normalize} do one after another, with Pillow's conversion to RGB before the third.
 * Immutable.
 */
public final class Preprocessor {
  private final int size;

  /** For each channel and 8-bit value what becomes of it. */
  private final float[][] normalized = new float[3][256];

  /** Prepares the arithmetic. */
  public Preprocessor(Preprocessing preprocessing) {
    size = preprocessing.size();
    for (int channel = 0; channel < 3; channel++) {
      float mean = preprocessing.mean().get(channel).floatValue();
      float std = preprocessing.std().get(channel).floatValue();
      for (int value = 0; value < 256; value++) {
        normalized[channel][value] = (value / 255f - mean) / std;
      }
    }
  }

  /** Returns [3, size, size] values, plane by plane. */
  public float[] prepare(Picture picture) {
    byte[] rgb = CenteredResize.shortestSide(picture, size).rgb();
    float[] planes = new float[rgb.length];
    int area = size * size;
    for (int pixel = 0; pixel < area; pixel++) {
      for (int channel = 0; channel < 3; channel++) {
        planes[channel * area + pixel] = normalized[channel][rgb[3 * pixel + channel] & 0xff];
      }
    }
    return planes;
  }
}
