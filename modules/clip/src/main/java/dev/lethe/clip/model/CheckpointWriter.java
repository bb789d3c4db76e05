package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.Map;

/** Writes a model in the format that it came from. */
public interface CheckpointWriter {

  /**
   * Writes a folder, whole or not at all.
   *
   * @param folder does not exist yet, or is empty
   * @param weights every tensor by name
   * @return the SHA-256 of the weights' file in hexadecimal
   */
  String write(Path folder, Map<String, NDArray> weights);
}
