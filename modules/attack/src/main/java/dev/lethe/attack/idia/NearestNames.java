package dev.lethe.attack.idia;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.tensor.memory.TiledProducts;
import dev.lethe.tensor.statistics.Cosine;
import dev.lethe.tensor.statistics.UnitLength;
import java.util.Arrays;

/**
 * The nearest name of each picture among those seen so far: the one of the highest cosine
 * similarity. Where rounding alone decides between two names there is none, so that neither the
 * processor nor the order of the names gives a picture's vote away. Names come in chunks of any
 * size, which changes nothing.
 */
final class NearestNames {

  /** Stands for no name. */
  static final int NONE = -1;

  private final TiledProducts pictures;
  private final int[] nearest;
  private final float[] highest;
  private final float[] second;
  private int seen;

  /**
   * Begins without a name.
   *
   * @param pictures of length 1
   * @param count the number of pictures
   */
  NearestNames(TiledProducts pictures, int count) {
    this.pictures = pictures;
    nearest = new int[count];
    highest = new float[count];
    second = new float[count];
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    Arrays.fill(second, Float.NEGATIVE_INFINITY);
  }

  /**
   * Compares with names that follow those seen before.
   *
   * @param manager owns intermediate arrays
   * @param names embeddings [names, d], each another name
   */
  void see(NDManager manager, NDArray names) {
    try (NDManager step = manager.newSubManager()) {
      NDArray unit = UnitLength.of(step, names);
      pictures.with(
          unit, (similarities, picture, name) -> keep(similarities, picture, seen + name));
    }
    seen += (int) names.getShape().get(0);
  }

  /** Returns, for each picture, the number of the nearest name, or {@link #NONE}. */
  int[] indices() {
    int[] decided = nearest.clone();
    for (int i = 0; i < decided.length; i++) {
      if (highest[i] - second[i] <= Cosine.ROUNDING) {
        decided[i] = NONE;
      }
    }
    return decided;
  }

  private void keep(NDArray similarities, int picture, int name) {
    int k = (int) Math.min(2, similarities.getShape().get(1));
    try (NDList best = similarities.topK(k, 1, true, true)) {
      float[] values = best.get(0).toFloatArray();
      long[] places = best.get(1).toLongArray();
      for (int i = 0; i < values.length; i += k) {
        int row = picture + i / k;
        if (values[i] > highest[row]) {
          second[row] = highest[row];
          highest[row] = values[i];
          nearest[row] = name + (int) places[i];
        } else {
          second[row] = Math.max(second[row], values[i]);
        }
        if (k == 2) {
          second[row] = Math.max(second[row], values[i + 1]);
        }
      }
    }
  }
}
