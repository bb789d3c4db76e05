package dev.lethe.attack.idia;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lethe.tensor.memory.TiledProducts;
import java.util.Arrays;

/**
 * The nearest name of each picture among those seen so far: the one of the highest cosine
 * similarity, the first among equals. Names come in portions of any size, which changes nothing.
 */
final class NearestNames {
  private final TiledProducts pictures;
  private final int[] nearest;
  private final float[] highest;
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
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
  }

  /**
   * Compares with names that follow those seen before.
   *
   * @param manager owns intermediate arrays
   * @param names embeddings [names, d]
   */
  void see(NDManager manager, NDArray names) {
    try (NDManager step = manager.newSubManager()) {
      NDArray unit = UnitLength.of(step, names);
      pictures.with(
          unit, (similarities, picture, name) -> keep(similarities, picture, seen + name));
    }
    seen += (int) names.getShape().get(0);
  }

  /** Returns, for each picture, the number of the nearest name. */
  int[] indices() {
    return nearest.clone();
  }

  private void keep(NDArray similarities, int picture, int name) {
    try (NDArray best = similarities.max(new int[] {1});
        NDArray at = similarities.argMax(1).toType(DataType.INT64, false)) {
      float[] values = best.toFloatArray();
      long[] indices = at.toLongArray();
      for (int i = 0; i < values.length; i++) {
        if (values[i] > highest[picture + i]) {
          highest[picture + i] = values[i];
          nearest[picture + i] = name + (int) indices[i];
        }
      }
    }
  }
}
