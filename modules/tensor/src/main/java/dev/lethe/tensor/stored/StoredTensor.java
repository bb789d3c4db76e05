package dev.lethe.tensor.stored;

import ai.djl.ndarray.types.Shape;

/**
 * What a file says about one tensor, already checked against the file.
 *
 * @param name unique within the file
 * @param type how its values are stored
 * @param shape its dimensions
 */
public record StoredTensor(String name, StoredType type, Shape shape) {

  /** Returns the number of its bytes. */
  public long length() {
    return shape.size() * type.bytes();
  }
}
