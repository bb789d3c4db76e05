package dev.lethe.evaluation.zeroshot;

import ai.djl.ndarray.NDArray;
import dev.lethe.tensor.memory.TiledProducts;

/** How many classes are at least as near to a picture as its own. */
final class Ranks {
  private Ranks() {}

  /**
   * Ranks the right class of each picture; 0 is the nearest, and of equal ones the first is nearer.
   *
   * @param pictures [n, d], of any length: that changes no order
   * @param classes [classes, d]
   * @param labels the right class of each picture
   * @param side the pictures, and the classes, that are compared at a time
   */
  static int[] of(NDArray pictures, NDArray classes, int[] labels, int side) {
    float[] own = new float[labels.length];
    int[] ranks = new int[labels.length];
    try (TiledProducts products = new TiledProducts(pictures, side)) {
      products.with(
          classes,
          (tile, picture, first) -> {
            int width = (int) tile.getShape().get(1);
            float[] values = tile.toFloatArray();
            for (int row = 0; row < values.length / width; row++) {
              int label = labels[picture + row] - first;
              if (label >= 0 && label < width) {
                own[picture + row] = values[row * width + label];
              }
            }
          });
      products.with(
          classes,
          (tile, picture, first) -> {
            int width = (int) tile.getShape().get(1);
            float[] values = tile.toFloatArray();
            for (int row = 0; row < values.length / width; row++) {
              int i = picture + row;
              ranks[i] += nearer(values, row * width, width, labels[i] - first, own[i]);
            }
          });
    }
    return ranks;
  }

  /**
   * Counts the classes of a tile that are nearer than the right one, which may stand before or
   * behind them all. Negated comparisons, so that a similarity that is not a number ranks last, not
   * first.
   */
  private static int nearer(float[] similarities, int row, int width, int label, float own) {
    int nearer = 0;
    for (int c = 0; c < width; c++) {
      float other = similarities[row + c];
      if (c < label ? !(other < own) : c > label && !(other <= own)) {
        nearer++;
      }
    }
    return nearer;
  }
}
