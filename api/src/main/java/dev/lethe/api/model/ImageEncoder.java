package dev.lethe.api.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import dev.lethe.api.image.RgbImage;
import java.util.List;

/** The image tower. A batch is an array [n, 3, height, width] of normalized pixels. */
public interface ImageEncoder extends Encoder<NDArray> {

  /**
   * Resizes and crops a picture as the checkpoint's configuration asks; what is not RGB becomes so
   * after resizing. Safe for use by several threads.
   *
   * @return a picture of the height and width that the tower reads
   */
  RgbImage resize(Picture picture);

  /**
   * Normalizes pictures as the checkpoint's configuration asks.
   *
   * @param manager owns the result
   * @param pictures at least one, as {@link #resize} gives them
   * @return [n, 3, height, width]
   */
  NDArray normalize(NDManager manager, List<RgbImage> pictures);

  /**
   * Resizes, crops and normalizes pictures.
   *
   * @param manager owns the result
   * @param images at least one
   * @return [n, 3, height, width]
   */
  default NDArray preprocess(NDManager manager, List<? extends Picture> images) {
    return normalize(manager, images.stream().map(this::resize).toList());
  }

  /**
   * Reads pictures and computes their embeddings, without gradients, batch by batch.
   *
   * @param manager owns the result
   * @param images at least one
   * @return unnormalized embeddings [n, d], in the order of the pictures
   * @throws LetheException if a picture cannot be read
   */
  NDArray encode(NDManager manager, List<? extends ImageFile> images, Progress progress);

  /** Opens this tower for training. */
  TrainableEncoder<NDArray> trainable();
}
