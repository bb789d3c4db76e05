package dev.lethe.tensor.stored;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A tensor that is to be written to a file: how, and what. */
public interface TensorContent {

  /** Returns how its values are to be stored. */
  StoredType type();

  /** Returns its dimensions. */
  Shape shape();

  /**
   * Writes the bytes of its values in little-endian order, side by side.
   *
   * @throws IOException if the channel fails
   */
  void writeTo(WritableByteChannel channel) throws IOException;

  /**
   * Returns the content of an array. Singles are rounded to the nearest half or bfloat16, of two
   * equally near ones to the even one, as PyTorch casts them; what lies beyond the largest becomes
   * infinite.
   *
   * @param array singles, or long integers for {@link StoredType#I64}; only read, and not before it
   *     is written
   * @param type one of F64, F32, F16, BF16 and I64
   * @throws IllegalArgumentException if the array does not hold what the type is made of
   */
  static TensorContent of(NDArray array, StoredType type) {
    return new ArrayContent(array, type);
  }

  /**
   * Returns the content that a tensor of another file has, unchanged.
   *
   * @param file must be open until it is written
   * @throws dev.lethe.api.LetheException if there is no tensor of this name
   */
  static TensorContent of(TensorFile file, String name) {
    return new CarriedContent(file, file.entry(name));
  }

  /**
   * Returns a content of bytes.
   *
   * @param bytes in little-endian order; the buffer's position stays where it is
   * @throws IllegalArgumentException if there are not as many bytes as the shape needs
   */
  static TensorContent of(StoredType type, Shape shape, ByteBuffer bytes) {
    return new RawContent(type, shape, bytes.slice());
  }
}
