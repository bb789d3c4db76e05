package dev.lethe.attack.idia;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import dev.lethe.api.LetheException;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures that names are compared with. Memory is bounded: the similarities of only so many
 * pictures exist at a time.
 */
final class NearestNames {
  private static final int CHUNK = 1024;

  private final List<NDArray> chunks = new ArrayList<>();
  private final int count;

  /**
   * Normalises embeddings of pictures.
   *
   * @param pictures [n, d]; their manager will own the normalised ones too
   */
  NearestNames(NDArray pictures) {
    count = Math.toIntExact(pictures.getShape().get(0));
    try (NDArray unit = unit(pictures)) {
      for (int from = 0; from < count; from += CHUNK) {
        chunks.add(unit.get(new NDIndex("{}:{}", from, Math.min(count, from + CHUNK))));
      }
    }
  }

  /**
   * Finds the name of the highest cosine similarity for each picture, the first among equals.
   *
   * @param manager owns intermediate arrays
   * @param names embeddings [names, d]
   * @return an index into the names for each picture
   */
  int[] of(NDManager manager, NDArray names) {
    int[] nearest = new int[count];
    int next = 0;
    try (NDManager step = manager.newSubManager()) {
      NDArray byColumn = unit(names).transpose();
      byColumn.attach(step);
      for (NDArray chunk : chunks) {
        try (NDArray similarities = chunk.matMul(byColumn);
            NDArray highest = similarities.argMax(1).toType(DataType.INT64, false)) {
          for (long index : highest.toLongArray()) {
            nearest[next++] = (int) index;
          }
        }
      }
    }
    return nearest;
  }

  private static NDArray unit(NDArray embeddings) {
    try (NDArray norms = embeddings.norm(new int[] {1}, true)) {
      NDArray unit = embeddings.div(norms);
      try (NDArray invalid = unit.isNaN().any()) {
        if (invalid.getBoolean()) {
          throw new LetheException(
              "the model gives embeddings that are not numbers: its weights are damaged");
        }
      }
      return unit;
    }
  }
}
