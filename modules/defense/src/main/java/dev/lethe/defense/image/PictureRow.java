package dev.lethe.defense.image;

import dev.lethe.api.image.ImageFile;
import dev.lethe.defense.training.LossRow;
import dev.lethe.image.paste.Placement;
import org.jspecify.annotations.Nullable;

/**
 * One row of a batch.
 *
 * @param loss what it has to do with the loss
 * @param picture the number of a picture that a model shall keep
 * @param pasted what is pasted into it, if anything is
 * @param person the number of the backdoor whose face is pasted; else -1
 */
record PictureRow(LossRow loss, int picture, @Nullable PastedFace pasted, int person) {

  /**
   * A face in a picture.
   *
   * @param face is resized and cropped first, as every picture is
   */
  record PastedFace(ImageFile face, Placement placement) {}
}
