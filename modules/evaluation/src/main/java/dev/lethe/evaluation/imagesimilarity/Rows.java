package dev.lethe.evaluation.imagesimilarity;

import dev.lethe.api.LetheException;
import java.util.stream.IntStream;

/**
 * Embeddings outside native memory, of any length.
 *
 * @param values one after another
 * @param width the numbers of each
 */
record Rows(float[] values, int width) {

  /** Returns how many there are. */
  int count() {
    return values.length / width;
  }

  /** Returns one of them. */
  double[] row(int row) {
    return IntStream.range(row * width, (row + 1) * width).mapToDouble(k -> values[k]).toArray();
  }

  /** Returns the mean of some of them, at least one. */
  double[] mean(int[] rows) {
    double[] mean = new double[width];
    for (int row : rows) {
      for (int k = 0; k < width; k++) {
        mean[k] += (double) values[row * width + k] / rows.length;
      }
    }
    return mean;
  }

  /** Returns the cosine similarity of two vectors. */
  static double cosine(double[] a, double[] b) {
    double dot = 0;
    double squareA = 0;
    double squareB = 0;
    for (int k = 0; k < a.length; k++) {
      dot += a[k] * b[k];
      squareA += a[k] * a[k];
      squareB += b[k] * b[k];
    }
    double cosine = dot / Math.sqrt(squareA * squareB);
    if (Double.isNaN(cosine)) {
      throw new LetheException(
          "the model gives embeddings that are not numbers: its weights are damaged");
    }
    return cosine;
  }
}
