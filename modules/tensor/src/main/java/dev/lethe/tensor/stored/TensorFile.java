package dev.lethe.tensor.stored;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Tensors by name in an open file, whatever its format. Everything but the values was checked when
 * it was opened; values are mapped into memory when they are asked for.
 */
public interface TensorFile extends AutoCloseable {

  /** Returns the file, as it was given. */
  Path path();

  /** Returns the files that hold the values, in their order: more than one of a sharded model. */
  default List<Path> files() {
    return List.of(path());
  }

  /**
   * Returns what a person should know about the way in which the file was read, a sentence each.
   */
  default List<String> notes() {
    return List.of();
  }

  /** Returns the tensors in the order of the file. */
  List<StoredTensor> entries();

  /**
   * Returns what the file says about a tensor.
   *
   * @throws LetheException if there is no tensor of this name
   */
  StoredTensor entry(String name);

  /**
   * Returns a part of a tensor's bytes, as if its values lay side by side in the tensor's order.
   *
   * @param begin where the part begins, in bytes from the tensor's first one; with {@code length} a
   *     multiple of the size of a value, and within the tensor
   * @param length in bytes
   * @return a direct read-only buffer in little-endian order
   * @throws LetheException if there is no tensor of this name, or it cannot be read
   */
  ByteBuffer bytes(String name, long begin, int length);

  /**
   * Returns a tensor's bytes, its values side by side in the tensor's order, to carry them along
   * unchanged.
   *
   * @return a direct read-only buffer in little-endian order
   * @throws LetheException if there is no tensor of this name, it takes more than 2 GiB (ask for
   *     parts of it then), or it cannot be read
   */
  default ByteBuffer bytes(String name) {
    long length = entry(name).length();
    if (length > Integer.MAX_VALUE) {
      throw new LetheException(
          "%s: tensor '%s' takes %d bytes, expected at most %d in one piece"
              .formatted(path(), name, length, Integer.MAX_VALUE));
    }
    return bytes(name, 0, (int) length);
  }

  /**
   * Reads a tensor. Singles, halves and bfloat16 become singles, which hold them exactly, and so do
   * doubles that are singles; long integers stay what they are.
   *
   * @param manager owns the result, which has memory of its own
   * @throws LetheException if there is no tensor of this name, it holds other values, or it cannot
   *     be read
   */
  default NDArray read(NDManager manager, String name) {
    return new TensorReader(this, entry(name)).read(manager);
  }

  @Override
  void close();
}
