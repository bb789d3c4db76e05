package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.Map;

/** Tensors in a file of whatever format, by name. */
interface WeightsFile extends AutoCloseable {

  /**
   * Opens a file in the format that its name says.
   *
   * @throws LetheException if it cannot be read or is damaged
   */
  static WeightsFile open(Path path) {
    return path.toString().endsWith(".safetensors")
        ? SafetensorsWeights.open(path)
        : PickledWeights.open(path);
  }

  /** Returns the dimensions of every tensor, in the order of the file. */
  Map<String, Shape> shapes();

  /**
   * Reads a tensor.
   *
   * @param owner owns the result, which has memory of its own
   * @throws LetheException if it cannot be read
   */
  NDArray read(NDManager owner, String name);

  @Override
  void close();
}
