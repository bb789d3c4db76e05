package dev.lethe.evaluation.zeroshot;

import ai.djl.ndarray.NDArray;
import dev.lethe.tensor.memory.TiledProducts;
import dev.lethe.tensor.statistics.Cosine;
import java.util.function.ObjIntConsumer;

/** How many classes are at least as near to a picture as its own. */
final class Ranks {
  private Ranks() {}

  /**
   * Ranks the right class of each picture; 0 is the nearest, and of those that are equal up to
   * rounding the first is nearer.
   *
   * @param pictures [n, d], of any length: that changes no order
   * @param classes [classes, d], of length 1 at most
   * @param labels the right class of each picture
   * @param side the pictures, and the classes, that are compared at a time
   */
  static int[] of(NDArray pictures, NDArray classes, int[] labels, int side) {
    float[] own = new float[labels.length];
    float[] rounding = rounding(pictures);
    int[] ranks = new int[labels.length];
    try (TiledProducts products = new TiledProducts(pictures, side)) {
      each(
          products,
          classes,
          (some, picture) -> {
            if (some.holds(labels[picture])) {
              own[picture] = some.of(labels[picture]);
            }
          });
      each(
          products,
          classes,
          (some, picture) ->
              ranks[picture] += some.nearer(labels[picture], own[picture], rounding[picture]));
    }
    return ranks;
  }

  /** Returns by how much two products of each picture may differ and still be a tie. */
  private static float[] rounding(NDArray pictures) {
    try (NDArray lengths = pictures.norm(new int[] {1})) {
      float[] rounding = lengths.toFloatArray();
      for (int i = 0; i < rounding.length; i++) {
        rounding[i] *= Cosine.ROUNDING;
      }
      return rounding;
    }
  }

  private static void each(
      TiledProducts products, NDArray classes, ObjIntConsumer<Similarities> seen) {
    products.with(
        classes,
        (tile, picture, first) -> {
          int width = (int) tile.getShape().get(1);
          float[] values = tile.toFloatArray();
          for (int from = 0; from < values.length; from += width) {
            seen.accept(new Similarities(values, from, width, first), picture + from / width);
          }
        });
  }

  /**
   * Of one picture to some classes that follow one another.
   *
   * @param values of several pictures
   * @param from where those of this picture begin
   * @param width the number of classes
   * @param first the first class
   */
  private record Similarities(float[] values, int from, int width, int first) {

    boolean holds(int label) {
      return label >= first && label < first + width;
    }

    float of(int label) {
      return values[from + label - first];
    }

    /**
     * Counts those that are nearer than the right one, which may stand before or behind them all.
     * Negated comparisons, so that a similarity that is not a number ranks last, not first.
     */
    int nearer(int label, float own, float rounding) {
      int nearer = 0;
      for (int other = first; other < first + width; other++) {
        if (other < label
            ? !(of(other) < own - rounding)
            : other > label && !(of(other) <= own + rounding)) {
          nearer++;
        }
      }
      return nearer;
    }
  }
}
