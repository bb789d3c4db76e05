package dev.lethe.evaluation.similarity;

import dev.lethe.api.LetheException;

/**
 * What a model makes of texts, outside native memory.
 *
 * @param rows the row of each text; equal texts share one
 * @param values the rows, one after another
 * @param size the numbers in a row
 */
record TextRows(int[] rows, float[] values, int size) {

  /** Returns the cosine similarity of a text here and the text at the same place there. */
  double cosine(TextRows other, int index) {
    int a = rows[index] * size;
    int b = other.rows[index] * size;
    double dot = 0;
    double squareA = 0;
    double squareB = 0;
    for (int k = 0; k < size; k++) {
      double u = values[a + k];
      double v = other.values[b + k];
      dot += u * v;
      squareA += u * u;
      squareB += v * v;
    }
    double cosine = dot / Math.sqrt(squareA * squareB);
    if (Double.isNaN(cosine)) {
      throw new LetheException(
          "the model gives values that are not numbers: its weights are damaged");
    }
    return cosine;
  }
}
