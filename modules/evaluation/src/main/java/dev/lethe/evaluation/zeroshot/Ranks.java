package dev.lethe.evaluation.zeroshot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;

/** How many classes are at least as near to a picture as its own. */
final class Ranks {
  private static final int CHUNK = 1024;

  private Ranks() {}

  /**
   * Ranks the right class of each picture; 0 is the nearest, and of equal ones the first is nearer.
   *
   * @param pictures [n, d], of any length: that changes no order
   * @param classes [classes, d]
   * @param labels the right class of each picture
   */
  static int[] of(NDArray pictures, NDArray classes, int[] labels) {
    int[] ranks = new int[labels.length];
    try (NDManager manager = pictures.getManager().newSubManager()) {
      NDArray byColumn = classes.transpose();
      byColumn.attach(manager);
      int width = (int) classes.getShape().get(0);
      for (int from = 0; from < labels.length; from += CHUNK) {
        int to = Math.min(labels.length, from + CHUNK);
        try (NDArray chunk = pictures.get(new NDIndex("{}:{}", from, to));
            NDArray similarities = chunk.matMul(byColumn)) {
          float[] values = similarities.toFloatArray();
          for (int i = from; i < to; i++) {
            ranks[i] = rank(values, (i - from) * width, width, labels[i]);
          }
        }
      }
    }
    return ranks;
  }

  /** Negated comparisons, so that a similarity that is not a number ranks last, not first. */
  private static int rank(float[] similarities, int row, int width, int label) {
    float own = similarities[row + label];
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
