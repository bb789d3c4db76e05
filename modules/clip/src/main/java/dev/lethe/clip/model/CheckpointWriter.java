package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.Map;

/** Writes models of one architecture in one format. */
public interface CheckpointWriter {

  /**
   * Writes a folder, whole or not at all.
   *
   * @param folder does not exist yet, or is empty
   * @param form how the parameters are stored
   * @param values of every parameter by name
   * @return the SHA-256 of the weights' file in hexadecimal
   */
  String write(Path folder, StoredForm form, Map<String, NDArray> values);
}
