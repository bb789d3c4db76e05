package dev.lethe.clip.checkpoint;

import ai.djl.ndarray.types.Shape;
import dev.lethe.clip.model.ParameterSpec;
import java.util.List;

/**
 * Where the values of one parameter stand in a file.
 *
 * @param names one tensor, or several that follow one another along the first dimension
 * @param transposed whether the file has the matrix with rows and columns exchanged
 */
public record Placement(List<String> names, boolean transposed) {

  /** Places a parameter in a tensor of its own, as it is. */
  public static Placement as(String name) {
    return new Placement(List.of(name), false);
  }

  /** Places a matrix with rows and columns exchanged. */
  public static Placement transposed(String name) {
    return new Placement(List.of(name), true);
  }

  /** Returns the dimensions of each of the tensors. */
  Shape shape(ParameterSpec slot) {
    long[] sizes = slot.shape().getShape().clone();
    if (transposed) {
      return new Shape(sizes[1], sizes[0]);
    }
    if (names.size() > 1) {
      sizes[0] /= names.size();
    }
    return new Shape(sizes);
  }
}
