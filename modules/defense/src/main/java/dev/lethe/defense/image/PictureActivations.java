package dev.lethe.defense.image;

import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.defense.training.TransformerActivations;
import dev.lethe.tensor.memory.DeviceBatchLimits;

/**
 * How many pictures are read at a time in training.
 *
 * @param bytes that a tower keeps of a picture for its gradient
 * @param saturation how many pictures keep the device busy: more are not faster
 */
record PictureActivations(long bytes, int saturation) {

  static PictureActivations of(VisionArchitecture vision, DeviceBatchLimits limits) {
    return vision instanceof ModifiedResNet resNet
        ? residual(resNet, limits)
        : transformer((VisionTransformer) vision, limits);
  }

  private static PictureActivations transformer(
      VisionTransformer vision, DeviceBatchLimits limits) {
    int row = vision.imageSize() / vision.patchSize();
    int tokens = row * row + 1;
    return new PictureActivations(
        tokens * TransformerActivations.bytesOfToken(vision.transformer(), tokens),
        Math.max(1, limits.pictureTokens() / tokens));
  }

  /** Every convolution keeps its result, and every pooling; a block ends in one of four widths. */
  private static PictureActivations residual(ModifiedResNet vision, DeviceBatchLimits limits) {
    long side = vision.imageSize() / 2;
    long width = vision.width();
    long values = side * side * 2 * width;
    side /= 2;
    values += side * side * width;
    long largest = side * side * width * ModifiedResNet.EXPANSION;
    long planes = width;
    long input = width;
    for (int stage = 0; stage < vision.blocks().size(); stage++) {
      long before = side * side;
      side = stage == 0 ? side : side / 2;
      long after = side * side;
      long wide = planes * ModifiedResNet.EXPANSION;
      values += after * (input + wide) + 2 * (before - after) * planes;
      values += vision.blocks().get(stage) * after * (3 * planes + wide);
      input = wide;
      planes *= 2;
    }
    return new PictureActivations(
        Float.BYTES * (values + 2 * largest), (int) Math.max(1, limits.mapValues() / largest));
  }
}
