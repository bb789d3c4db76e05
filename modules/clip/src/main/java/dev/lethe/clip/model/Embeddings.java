package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import dev.lethe.api.LetheException;
import java.util.function.IntFunction;

/** Looks at embeddings before anybody compares them. */
final class Embeddings {
  private Embeddings() {}

  /**
   * Refuses embeddings that have no direction, so that their similarity to others is undefined.
   *
   * @param rows one embedding each
   * @param what names what a row is the embedding of
   * @throws LetheException naming the first
   */
  static void requireDirections(NDArray rows, IntFunction<String> what) {
    if (rows.isEmpty()) {
      return;
    }
    try (NDArray magnitudes = rows.abs();
        NDArray largest = magnitudes.max(new int[] {1})) {
      float[] most = largest.toFloatArray();
      for (int i = 0; i < most.length; i++) {
        if (!Float.isFinite(most[i]) || most[i] == 0) {
          throw new LetheException(
              "the embedding of %s is %s, so that it is similar to nothing; the model may be damaged"
                  .formatted(
                      what.apply(i), most[i] == 0 ? "all zeros" : "no vector of finite numbers"));
        }
      }
    }
  }
}
