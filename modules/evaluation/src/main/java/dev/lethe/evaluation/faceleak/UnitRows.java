package dev.lethe.evaluation.faceleak;

import ai.djl.ndarray.NDArray;
import dev.lethe.api.LetheException;

/**
 * Embeddings of length 1, outside native memory.
 *
 * @param values the rows, one after another
 * @param width the numbers in a row, at least 1
 */
record UnitRows(double[] values, int width) {

  /**
   * Divides embeddings by their lengths.
   *
   * @param embeddings [n, d] in single precision
   * @throws LetheException if one of them is no number, or nothing but zeros
   */
  static UnitRows of(NDArray embeddings) {
    int width = (int) embeddings.getShape().get(1);
    float[] given = embeddings.toFloatArray();
    double[] values = new double[given.length];
    for (int from = 0; from < values.length; from += width) {
      double square = 0;
      for (int k = from; k < from + width; k++) {
        square += (double) given[k] * given[k];
      }
      if (!(square > 0 && square < Double.POSITIVE_INFINITY)) {
        throw new LetheException(
            "the model gives embeddings that are not numbers: its weights are damaged");
      }
      double length = Math.sqrt(square);
      for (int k = from; k < from + width; k++) {
        values[k] = given[k] / length;
      }
    }
    return new UnitRows(values, width);
  }

  /** Returns how many rows there are. */
  int count() {
    return values.length / width;
  }
}
