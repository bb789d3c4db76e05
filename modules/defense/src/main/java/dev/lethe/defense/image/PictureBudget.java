package dev.lethe.defense.image;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.tensor.memory.ChunkSize;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import dev.lethe.tensor.memory.PictureMemory;
import java.util.Objects;

/**
 * How a training of the image tower shares its memory out: what stands, and of what that leaves one
 * half for what the tower keeps of pictures, the other for those that are decoded meanwhile.
 *
 * @param pictures that are computed at a time
 * @param decoding in which others are decoded
 */
record PictureBudget(int pictures, PictureMemory decoding) {
  private static final int HALVES = 2;

  /**
   * Shares memory out.
   *
   * @param training what stands in memory for the training itself
   * @param rows pictures of a step
   * @param memory what may be taken
   * @param manager of the device
   */
  static PictureBudget of(
      VisionLanguageModel teacher, long training, int rows, ByteSize memory, NDManager manager) {
    VisionArchitecture vision = Objects.requireNonNull(teacher.architecture().vision());
    DeviceBatchLimits limits = DeviceBatchLimits.of(manager.getDevice());
    PictureActivations each = PictureActivations.of(vision, limits);
    long side = vision.imageSize();
    long prepared = (StepPictures.AHEAD + 1) * rows * 3 * side * side;
    long standing = training + prepared;
    ChunkSize chunk = new ChunkSize("this training", standing, HALVES * each.bytes(), 1);
    return new PictureBudget(
        chunk.units(memory, each.saturation()),
        manager.getDevice().isGpu()
            ? PictureMemory.ofHeap()
            : PictureMemory.within(new ByteSize((memory.bytes() - standing) / HALVES)));
  }
}
