package dev.lethe.tensor.pickle;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.tensor.safetensors.StoredType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An open file of {@code torch.save} that holds a state dict, at its top or below the key {@code
 * state_dict}. It has been checked, and nothing in it was executed; its tensors are mapped into
 * memory and read one by one. Values that are no tensors are ignored.
 */
public final class StateDictFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final Map<String, TensorView> tensors;

  private StateDictFile(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.tensors = new StateDictReader(new FileBytes(channel)).read();
  }

  /**
   * Opens a file and checks everything but the values.
   *
   * @throws NotFoundException if there is no such file
   * @throws LetheException if it cannot be read, is damaged, or names anything that weights do not
   *     need
   */
  public static StateDictFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new NotFoundException("there is no file " + path);
    }
    try {
      FileChannel channel = FileChannel.open(path);
      try {
        return new StateDictFile(path, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (RefusedException e) {
      String reason = e.getMessage().replaceAll("\\p{Cntrl}", "?"); // it may quote the file
      throw new LetheException("%s is no state dict: %s".formatted(path, reason), e);
    } catch (IOException e) {
      throw LetheException.cannotRead(path, e);
    }
  }

  /** Returns the tensors in the order of the state dict. */
  public List<StateDictEntry> entries() {
    return tensors.entrySet().stream()
        .map(
            e ->
                new StateDictEntry(e.getKey(), e.getValue().storage().type(), e.getValue().shape()))
        .toList();
  }

  /**
   * Reads a tensor. Floats become singles, which hold halves and bfloat16 exactly; long integers
   * stay what they are.
   *
   * @param manager owns the result, which shares no memory even where the file does
   * @throws LetheException if there is no tensor of this name, it holds other values, or it cannot
   *     be read
   */
  public NDArray read(NDManager manager, String name) {
    TensorView view = tensors.get(name);
    if (view == null) {
      throw new LetheException("%s has no tensor '%s'".formatted(path, name));
    }
    StoredType type = view.storage().type();
    int bytes = Math.max(type.bytes(), Float.BYTES);
    if (Math.max(view.count(), view.span()) > Integer.MAX_VALUE / bytes) {
      throw new LetheException(
          "%s: tensor '%s' is larger than 2 GiB, more than can be read".formatted(path, name));
    }
    try {
      ByteBuffer stored = sideBySide(view);
      ByteBuffer values = type == StoredType.I64 ? stored : type.singles(stored);
      DataType read = type == StoredType.I64 ? DataType.INT64 : DataType.FLOAT32;
      try (NDArray shared = manager.create(values, view.shape(), read)) {
        return shared.duplicate(); // the first one shares the buffer's memory
      }
    } catch (IllegalArgumentException e) {
      throw new LetheException("%s: tensor '%s' is %s".formatted(path, name, e.getMessage()), e);
    } catch (IOException e) {
      throw LetheException.cannotRead(path, e);
    }
  }

  private ByteBuffer sideBySide(TensorView view) throws IOException {
    int valueBytes = view.storage().type().bytes();
    ByteBuffer stored =
        channel
            .map(
                FileChannel.MapMode.READ_ONLY,
                view.storage().begin() + view.offset() * valueBytes,
                view.span() * valueBytes)
            .order(ByteOrder.LITTLE_ENDIAN);
    return view.isContiguous() ? stored : StridedCopy.of(view, stored);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LetheException("cannot close %s: %s".formatted(path, e), e);
    }
  }
}
