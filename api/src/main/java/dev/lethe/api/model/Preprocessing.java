package dev.lethe.api.model;

import java.util.List;

/**
 * How a picture becomes an input of the image tower: the shorter side is resized to {@code size}
 * (bicubic, antialiased), the center is cropped, and each channel becomes {@code (x / 255 - mean) /
 * std}.
 *
 * @param size pixels a side of the result
 * @param mean of red, green, blue
 * @param std of red, green, blue, positive
 */
public record Preprocessing(int size, List<Double> mean, List<Double> std) {

  /** What OpenAI's CLIP and OpenCLIP use. */
  public static Preprocessing clip(int size) {
    return new Preprocessing(
        size,
        List.of(0.48145466, 0.4578275, 0.40821073),
        List.of(0.26862954, 0.26130258, 0.27577711));
  }

  /** Checks the sizes. */
  public Preprocessing {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (size < 1 || mean.size() != 3 || std.size() != 3 || std.stream().anyMatch(s -> s <= 0)) {
      throw new IllegalArgumentException(
          "expected a positive size, three means and three positive deviations, found "
              + size
              + ", "
              + mean
              + ", "
              + std);
    }
  }
}
