package dev.lethe.defense.image;

import dev.lethe.api.image.RgbImage;
import java.util.List;

/** The pictures of the steps of a training, as the tower reads them. */
interface PreparedSteps {

  /** Returns how many pictures each step has. */
  int size();

  /** Returns a step: at the first call any, then the one after that. */
  Prepared of(int step);

  /** Returns a picture that stays as it is, by its number. */
  RgbImage unchanged(int number);

  /**
   * What a step reads.
   *
   * @param pictures r x r, one for each row
   */
  record Prepared(List<PictureRow> rows, List<RgbImage> pictures) {}
}
