package dev.lethe.clip.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.clip.model.ParameterSpec;
import java.util.List;

/** Moves values between a parameter and the tensors in which a file has it. */
final class Layout {
  private Layout() {}

  /**
   * Joins the tensors of one parameter; one that needs no change keeps its memory.
   *
   * @param owner owns the result
   * @param parts in the order of the placement; closed
   */
  static NDArray join(NDManager owner, Placement placement, ParameterSpec slot, NDList parts) {
    try (parts;
        NDArray joined = parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts)) {
      NDArray values =
          placement.transposed() ? exchanged(owner, joined) : joined.reshape(slot.shape());
      values.attach(owner);
      return values;
    }
  }

  /**
   * Cuts a parameter into the tensors that hold it.
   *
   * @param owner owns the results, of which those that needed no change share the memory
   */
  static List<NDArray> split(NDManager owner, Placement placement, NDArray values) {
    if (placement.transposed()) {
      return List.of(exchanged(owner, values));
    }
    if (placement.names().size() == 1) {
      return List.of(values);
    }
    NDList parts = values.split(placement.names().size());
    parts.attach(owner);
    return parts;
  }

  /** In Java: a transposed view of native memory keeps its strides even when it is copied. */
  private static NDArray exchanged(NDManager owner, NDArray matrix) {
    float[] values = matrix.toFloatArray();
    int rows = Math.toIntExact(matrix.getShape().get(0));
    int columns = Math.toIntExact(matrix.getShape().get(1));
    float[] exchanged = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        exchanged[column * rows + row] = values[row * columns + column];
      }
    }
    return owner.create(exchanged, new Shape(columns, rows));
  }
}
