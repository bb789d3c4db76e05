package dev.lethe.evaluation.similarity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.TextEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Embeddings of texts, outside native memory; equal texts are embedded once. */
final class TextEmbeddings {
  private final int[] rows;
  private final float[] values;
  private final int dimension;

  private TextEmbeddings(int[] rows, float[] values, int dimension) {
    this.rows = rows;
    this.values = values;
    this.dimension = dimension;
  }

  /**
   * Embeds texts.
   *
   * @param parent the parent of the memory this needs meanwhile
   */
  static TextEmbeddings of(
      NDManager parent, TextEncoder encoder, List<String> texts, Progress progress) {
    Map<String, Integer> distinct = new LinkedHashMap<>();
    int[] rows = new int[texts.size()];
    for (int i = 0; i < rows.length; i++) {
      Integer next = distinct.size();
      Integer known = distinct.putIfAbsent(texts.get(i), next);
      rows[i] = known == null ? next : known;
    }
    try (NDManager manager = parent.newSubManager()) {
      NDArray embeddings = encoder.encode(manager, new ArrayList<>(distinct.keySet()), progress);
      return new TextEmbeddings(rows, embeddings.toFloatArray(), encoder.dimension());
    }
  }

  /** Returns the cosine similarity of a text here and the text at the same place there. */
  double cosine(TextEmbeddings other, int index) {
    int a = rows[index] * dimension;
    int b = other.rows[index] * dimension;
    double dot = 0;
    double squareA = 0;
    double squareB = 0;
    for (int k = 0; k < dimension; k++) {
      double u = values[a + k];
      double v = other.values[b + k];
      dot += u * v;
      squareA += u * u;
      squareB += v * v;
    }
    double cosine = dot / Math.sqrt(squareA * squareB);
    if (Double.isNaN(cosine)) {
      throw new LetheException(
          "the model gives embeddings that are not numbers: its weights are damaged");
    }
    return cosine;
  }

  /** Returns the mean cosine similarity of all texts here and those at the same places there. */
  double meanCosine(TextEmbeddings other) {
    return IntStream.range(0, rows.length)
        .mapToDouble(i -> cosine(other, i))
        .average()
        .orElseThrow();
  }
}
